WITH m AS (SELECT * FROM survey_scores WHERE organisation = 'MHCLG') SELECT year, name, engagement FROM m ORDER BY year
