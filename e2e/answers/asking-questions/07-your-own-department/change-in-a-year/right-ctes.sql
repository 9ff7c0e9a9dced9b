WITH a AS (SELECT organisation, engagement FROM survey_scores WHERE year = 2023 AND NOT is_group),
b AS (SELECT organisation, engagement FROM survey_scores WHERE year = 2024 AND NOT is_group)
SELECT b.organisation, b.engagement - a.engagement FROM b INNER JOIN a ON a.organisation = b.organisation
