SELECT organisation, ANY_VALUE(engagement) FILTER (WHERE year = 2024) - ANY_VALUE(engagement) FILTER (WHERE year = 2023) AS c
FROM survey_scores WHERE is_group = FALSE GROUP BY organisation HAVING c IS NOT NULL ORDER BY organisation
