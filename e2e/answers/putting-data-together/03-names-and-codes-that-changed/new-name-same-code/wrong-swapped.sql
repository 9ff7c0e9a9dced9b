SELECT a.organisation, b.name, a.name FROM survey_scores a JOIN survey_scores b ON b.organisation = a.organisation WHERE a.year = 2019 AND b.year = 2023 AND a.name <> b.name
