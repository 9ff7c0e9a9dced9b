SELECT s.year, ROUND(MEDIAN(s.engagement), 1), ROUND(AVG(s.engagement), 1), ROUND(ANY_VALUE(b.mean_of_civil_servants), 1)
FROM survey_scores AS s
JOIN survey_benchmarks AS b ON b.year = s.year AND b.measure = 'EES'
WHERE NOT s.is_group
GROUP BY s.year
