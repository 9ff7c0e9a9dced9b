SELECT year, MEDIAN(engagement) FROM survey_scores WHERE name NOT ILIKE '%group%' GROUP BY year ORDER BY year
