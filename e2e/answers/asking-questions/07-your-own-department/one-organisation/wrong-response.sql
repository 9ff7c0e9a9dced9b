SELECT year, name, response_rate FROM survey_scores WHERE organisation = 'MHCLG' ORDER BY year
