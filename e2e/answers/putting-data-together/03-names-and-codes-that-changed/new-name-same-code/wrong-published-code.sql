SELECT a.organisation, a.name, b.name FROM survey_scores a JOIN survey_scores b ON b.published_code = a.published_code WHERE a.year = 2019 AND b.year = 2023 AND a.name <> b.name
