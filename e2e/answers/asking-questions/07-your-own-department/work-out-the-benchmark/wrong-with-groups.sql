SELECT year, MEDIAN(engagement) FROM survey_scores GROUP BY year ORDER BY year
