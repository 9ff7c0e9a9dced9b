SELECT year, MEDIAN(engagement) FILTER (WHERE NOT is_group) AS m FROM survey_scores GROUP BY year HAVING m IS NOT NULL ORDER BY year
