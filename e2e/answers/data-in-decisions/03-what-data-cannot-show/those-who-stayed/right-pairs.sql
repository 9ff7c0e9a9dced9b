WITH p AS (SELECT organisation, MAX(engagement) FILTER (WHERE year = 2019) AS x, MAX(engagement) FILTER (WHERE year = 2024) AS y FROM survey_scores WHERE NOT is_group GROUP BY organisation)
SELECT COUNT(*), ROUND(AVG(x), 1), ROUND(AVG(y), 1) FROM p WHERE x IS NOT NULL AND y IS NOT NULL
