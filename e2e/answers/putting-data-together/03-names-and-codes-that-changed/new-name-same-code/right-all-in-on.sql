SELECT a.organisation, a.name, b.name FROM survey_scores a JOIN survey_scores b ON b.organisation = a.organisation AND b.name <> a.name AND b.year = 2023 WHERE a.year = 2019
