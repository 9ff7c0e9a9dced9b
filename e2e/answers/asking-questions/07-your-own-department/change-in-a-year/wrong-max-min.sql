SELECT organisation, MAX(engagement) - MIN(engagement) FROM survey_scores WHERE NOT is_group AND year IN (2023, 2024) GROUP BY organisation HAVING COUNT(*) = 2
