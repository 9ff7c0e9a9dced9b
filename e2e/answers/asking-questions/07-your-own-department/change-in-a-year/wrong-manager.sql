SELECT organisation, MAX(my_manager) FILTER (WHERE year = 2024) - MAX(my_manager) FILTER (WHERE year = 2023) AS c FROM survey_scores WHERE NOT is_group GROUP BY organisation HAVING c IS NOT NULL
