WITH a AS (SELECT * FROM survey_scores WHERE year = 2022 AND NOT is_group), b AS (SELECT * FROM survey_scores WHERE year = 2023)
SELECT a.name, a.engagement AS y22, b.engagement AS y23, ROUND(b.engagement - a.engagement, 1) AS diff FROM a JOIN b USING (organisation) ORDER BY y22, a.name LIMIT 10
