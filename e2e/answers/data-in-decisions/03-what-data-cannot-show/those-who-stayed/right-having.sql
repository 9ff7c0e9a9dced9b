WITH both_years AS (SELECT organisation FROM survey_scores WHERE year IN (2019, 2024) AND NOT is_group GROUP BY organisation HAVING COUNT(*) = 2)
SELECT COUNT(DISTINCT organisation) AS organisations, ROUND(AVG(engagement) FILTER (WHERE year = 2019), 1), ROUND(AVG(engagement) FILTER (WHERE year = 2024), 1) FROM survey_scores WHERE organisation IN (SELECT organisation FROM both_years)
