SELECT s.name, s.response_rate FROM survey_scores s JOIN survey_organisations o USING (organisation) WHERE s.year = 2024 AND s.response_rate < 50 AND NOT o.is_group
