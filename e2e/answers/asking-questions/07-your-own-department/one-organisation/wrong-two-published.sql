SELECT year, name, engagement FROM survey_scores WHERE published_code IN ('MHCLG', 'DLUHC') ORDER BY year
