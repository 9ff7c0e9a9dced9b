SELECT year, MEDIAN(engagement) FROM survey_scores WHERE is_group IS FALSE GROUP BY ALL ORDER BY year ASC
