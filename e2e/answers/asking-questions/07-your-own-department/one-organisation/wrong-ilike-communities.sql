SELECT year, name, engagement FROM survey_scores WHERE name LIKE '%Communities%' ORDER BY year
