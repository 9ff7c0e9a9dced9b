SELECT a.organisation, a.name, b.name FROM survey_scores a JOIN survey_scores b ON b.organisation = a.organisation WHERE a.name <> b.name
