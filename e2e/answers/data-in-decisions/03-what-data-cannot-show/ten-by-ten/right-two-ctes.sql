WITH p AS (SELECT a.organisation AS name, a.engagement AS y, b.engagement - a.engagement AS d FROM survey_scores AS a JOIN survey_scores AS b ON b.organisation = a.organisation WHERE a.year = 2022 AND b.year = 2023 AND NOT a.is_group), q AS (SELECT *, ROW_NUMBER() OVER (ORDER BY y, name) AS n FROM p)
SELECT CEIL(n / 10.0), ROUND(AVG(y), 1), ROUND(AVG(d), 1) FROM q GROUP BY CEIL(n / 10.0)
