SELECT year, name, engagement FROM survey_scores WHERE name = 'Ministry of Housing, Communities and Local Government' ORDER BY year
