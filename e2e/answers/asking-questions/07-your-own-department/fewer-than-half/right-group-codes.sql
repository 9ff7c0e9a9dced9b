SELECT name, response_rate FROM survey_scores WHERE year = 2024 AND response_rate < 50 AND organisation NOT IN ('HO_GROUP', 'MOJ_GROUP', 'UKSA_GROUP')
