FROM survey_scores SELECT year, name, engagement WHERE organisation = 'MHCLG' ORDER BY year
