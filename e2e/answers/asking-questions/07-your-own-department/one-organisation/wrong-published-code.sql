SELECT year, name, engagement FROM survey_scores WHERE published_code = 'MHCLG' ORDER BY year
