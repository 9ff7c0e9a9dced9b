SELECT a.organisation, a.name, b.name FROM survey_scores a JOIN survey_scores b ON a.name <> b.name WHERE a.year = 2019 AND b.year = 2023
