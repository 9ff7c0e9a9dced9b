SELECT s.year, MEDIAN(s.engagement) FROM survey_scores s JOIN survey_organisations o ON o.organisation = s.organisation WHERE NOT o.is_group GROUP BY s.year ORDER BY s.year
