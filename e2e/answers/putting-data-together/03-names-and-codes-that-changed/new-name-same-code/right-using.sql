SELECT organisation, a.name, b.name FROM survey_scores a JOIN survey_scores b USING (organisation) WHERE a.year = 2019 AND b.year = 2023 AND a.name != b.name
