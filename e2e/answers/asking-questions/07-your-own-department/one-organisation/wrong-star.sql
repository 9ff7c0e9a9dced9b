SELECT * FROM survey_scores WHERE organisation = 'MHCLG' ORDER BY year
