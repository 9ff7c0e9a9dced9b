WITH o AS (SELECT year, engagement FROM survey_scores WHERE NOT is_group) SELECT year, MEDIAN(engagement) FROM o GROUP BY year ORDER BY year
