SELECT abbreviation, COUNT(DISTINCT organisation)
FROM organisations
WHERE abbreviation IS NOT NULL
GROUP BY abbreviation
HAVING COUNT(DISTINCT organisation) > 1
