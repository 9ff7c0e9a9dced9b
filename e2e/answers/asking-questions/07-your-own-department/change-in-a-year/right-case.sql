SELECT organisation, SUM(CASE WHEN year = 2024 THEN engagement WHEN year = 2023 THEN -engagement END) AS change
FROM survey_scores WHERE year IN (2023, 2024) AND NOT is_group GROUP BY organisation HAVING COUNT(*) = 2
