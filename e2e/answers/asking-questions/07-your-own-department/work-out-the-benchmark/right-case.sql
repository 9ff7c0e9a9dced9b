SELECT year, MEDIAN(CASE WHEN NOT is_group THEN engagement END) AS m FROM survey_scores GROUP BY year HAVING COUNT(CASE WHEN NOT is_group THEN 1 END) > 0 ORDER BY year
