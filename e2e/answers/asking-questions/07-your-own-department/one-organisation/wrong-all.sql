SELECT year, name, engagement FROM survey_scores ORDER BY year
