SELECT organisation, AVG(engagement) FILTER (WHERE year = 2024) - AVG(engagement) FILTER (WHERE year = 2023) AS c
FROM survey_scores WHERE NOT is_group GROUP BY ALL HAVING c IS NOT NULL
