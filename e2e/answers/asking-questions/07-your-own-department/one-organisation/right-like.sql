SELECT year, name, engagement FROM survey_scores WHERE organisation LIKE 'MHCLG' ORDER BY year
