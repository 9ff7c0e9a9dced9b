SELECT year, name, engagement FROM survey_scores WHERE name IN ('Ministry of Housing, Communities and Local Government', 'Department for Levelling Up, Housing and Communities') ORDER BY year
