SELECT year, name, engagement FROM survey_scores WHERE organisation = 'MHCLG' AND year BETWEEN 2019 AND 2024 ORDER BY year
