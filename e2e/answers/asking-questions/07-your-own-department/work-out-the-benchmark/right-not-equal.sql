SELECT year, MEDIAN(engagement) FROM survey_scores WHERE is_group <> TRUE GROUP BY year ORDER BY year
