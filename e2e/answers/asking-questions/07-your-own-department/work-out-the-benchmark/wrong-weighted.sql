SELECT year, SUM(engagement * response_rate) / SUM(response_rate) FROM survey_scores WHERE NOT is_group GROUP BY year ORDER BY year
