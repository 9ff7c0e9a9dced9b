SELECT organisation, n.engagement - o.engagement
FROM (SELECT * FROM survey_scores WHERE year = 2024 AND NOT is_group) n JOIN (SELECT * FROM survey_scores WHERE year = 2023) o USING (organisation)
