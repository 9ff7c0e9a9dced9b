SELECT a.organisation, a.name, b.name FROM survey_scores a LEFT JOIN survey_scores b ON b.organisation = a.organisation AND b.year = 2023 WHERE a.year = 2019 AND (b.name <> a.name OR b.name IS NULL)
