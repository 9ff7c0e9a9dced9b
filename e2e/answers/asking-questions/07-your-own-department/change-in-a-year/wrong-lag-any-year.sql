SELECT organisation, c FROM (SELECT organisation, year, engagement - LAG(engagement) OVER (PARTITION BY organisation ORDER BY year) AS c FROM survey_scores WHERE NOT is_group) WHERE year = 2024
