SELECT year, quantile_disc(engagement, 0.5) FROM survey_scores WHERE NOT is_group GROUP BY year ORDER BY year
