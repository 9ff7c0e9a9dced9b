SELECT organisation, MAX(engagement) FILTER (WHERE year = 2024) - MAX(engagement) FILTER (WHERE year = 2022) AS c FROM survey_scores WHERE NOT is_group GROUP BY organisation HAVING c IS NOT NULL
