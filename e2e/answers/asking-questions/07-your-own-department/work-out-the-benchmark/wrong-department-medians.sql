SELECT year, MEDIAN(m) FROM (SELECT year, department_group, AVG(engagement) AS m FROM survey_scores WHERE NOT is_group GROUP BY 1, 2) GROUP BY year ORDER BY year
