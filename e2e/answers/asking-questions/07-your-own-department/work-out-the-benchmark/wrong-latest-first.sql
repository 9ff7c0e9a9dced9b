SELECT year, MEDIAN(engagement) FROM survey_scores WHERE NOT is_group GROUP BY year ORDER BY year DESC
