SELECT organisation, MAX(CASE WHEN year = 2024 THEN engagement END) - MAX(CASE WHEN year = 2023 THEN engagement END) AS d
FROM survey_scores WHERE NOT is_group GROUP BY organisation HAVING COUNT(*) FILTER (WHERE year IN (2023, 2024)) = 2
