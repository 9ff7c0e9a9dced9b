SELECT a.organisation, a.name, b.name FROM survey_scores a JOIN survey_scores b ON b.organisation = a.organisation WHERE a.year = 2019 AND a.name <> b.name
