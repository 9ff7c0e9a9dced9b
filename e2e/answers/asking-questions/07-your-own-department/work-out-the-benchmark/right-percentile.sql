SELECT year, percentile_cont(0.5) WITHIN GROUP (ORDER BY engagement) FROM survey_scores WHERE NOT is_group GROUP BY year ORDER BY year
