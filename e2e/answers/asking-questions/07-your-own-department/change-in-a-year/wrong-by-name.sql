SELECT name, MAX(engagement) FILTER (WHERE year = 2024) - MAX(engagement) FILTER (WHERE year = 2023) AS c FROM survey_scores WHERE NOT is_group GROUP BY name HAVING c IS NOT NULL
