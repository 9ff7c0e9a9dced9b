SELECT organisation, MAX(engagement) FILTER (WHERE year = 2024) - MAX(engagement) FILTER (WHERE year = 2023)
FROM survey_scores WHERE NOT is_group GROUP BY organisation
HAVING MAX(engagement) FILTER (WHERE year = 2024) - MAX(engagement) FILTER (WHERE year = 2023) IS NOT NULL
