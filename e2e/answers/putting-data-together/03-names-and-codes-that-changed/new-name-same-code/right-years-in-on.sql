SELECT a.organisation, a.name AS was, b.name AS "is" FROM survey_scores a JOIN survey_scores b ON a.organisation = b.organisation AND a.year = 2019 AND b.year = 2023 WHERE a.name <> b.name ORDER BY 1
