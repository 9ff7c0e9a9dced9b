SELECT year, ROUND(MEDIAN(engagement), 1), ROUND(AVG(engagement), 1) FROM survey_scores WHERE NOT is_group GROUP BY year
