SELECT year, AVG(engagement) FROM survey_scores WHERE NOT is_group GROUP BY year ORDER BY year
