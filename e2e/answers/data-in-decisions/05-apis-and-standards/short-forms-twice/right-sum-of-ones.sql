SELECT abbreviation, SUM(1) AS organisations
FROM organisations
WHERE abbreviation IS NOT NULL
GROUP BY abbreviation
HAVING SUM(1) > 1
