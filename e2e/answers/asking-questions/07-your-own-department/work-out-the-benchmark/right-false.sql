SELECT year, MEDIAN(engagement) FROM survey_scores WHERE is_group = false GROUP BY 1 ORDER BY 1
