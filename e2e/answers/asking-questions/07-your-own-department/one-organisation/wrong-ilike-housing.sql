SELECT year, name, engagement FROM survey_scores WHERE name ILIKE '%housing%' ORDER BY year
