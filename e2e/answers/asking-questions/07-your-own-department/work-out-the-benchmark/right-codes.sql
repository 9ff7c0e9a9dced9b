SELECT year, MEDIAN(engagement) FROM survey_scores WHERE organisation NOT IN ('HO_GROUP', 'MOJ_GROUP', 'UKSA_GROUP') GROUP BY year ORDER BY year
