SELECT year, name, engagement FROM survey_scores WHERE department_group = 'Ministry of Housing, Communities and Local Government' ORDER BY year
