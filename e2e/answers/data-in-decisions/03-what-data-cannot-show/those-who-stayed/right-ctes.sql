WITH a AS (SELECT organisation, engagement FROM survey_scores WHERE year = 2019 AND NOT is_group), b AS (SELECT organisation, engagement FROM survey_scores WHERE year = 2024 AND NOT is_group)
SELECT COUNT(*), ROUND(AVG(a.engagement), 1), ROUND(AVG(b.engagement), 1) FROM a JOIN b USING (organisation)
