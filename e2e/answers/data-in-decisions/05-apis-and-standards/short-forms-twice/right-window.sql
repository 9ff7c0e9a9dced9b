SELECT DISTINCT abbreviation, n
FROM (SELECT abbreviation, COUNT(*) OVER (PARTITION BY abbreviation) AS n FROM organisations)
WHERE n > 1 AND abbreviation IS NOT NULL
