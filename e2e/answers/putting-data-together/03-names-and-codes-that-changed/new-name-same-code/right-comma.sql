SELECT a.organisation, a.name, b.name FROM survey_scores a, survey_scores b WHERE a.organisation = b.organisation AND a.year = 2019 AND b.year = 2023 AND a.name <> b.name
