SELECT b.measure, q.wording, ROUND(b.median_of_organisations - b.mean_of_civil_servants, 1) AS difference
FROM survey_benchmarks AS b
JOIN survey_questions AS q USING (year, measure)
WHERE year = 2024 AND q.section = 'Theme scores'
ORDER BY difference DESC
