SELECT organisation, MAX(engagement) FILTER (WHERE year = 2024) - MAX(engagement) FILTER (WHERE year = 2023) AS c FROM survey_scores GROUP BY organisation HAVING c IS NOT NULL
