SELECT year, name, engagement FROM survey_scores
WHERE organisation = (SELECT organisation FROM survey_organisations WHERE name = 'Ministry of Housing, Communities and Local Government')
ORDER BY year
