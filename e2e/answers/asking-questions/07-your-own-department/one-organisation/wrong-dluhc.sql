SELECT year, name, engagement FROM survey_scores WHERE organisation = 'DLUHC' ORDER BY year
