SELECT year, name, engagement FROM survey_scores WHERE organisation = 'MHCLG' ORDER BY year, name
