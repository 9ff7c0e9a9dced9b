SELECT DISTINCT year, MEDIAN(engagement) OVER (PARTITION BY year) AS m FROM survey_scores WHERE NOT is_group ORDER BY year
