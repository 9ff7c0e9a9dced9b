SELECT organisation, COALESCE(MAX(engagement) FILTER (WHERE year = 2024), 0) - COALESCE(MAX(engagement) FILTER (WHERE year = 2023), 0) AS c FROM survey_scores WHERE NOT is_group GROUP BY organisation
