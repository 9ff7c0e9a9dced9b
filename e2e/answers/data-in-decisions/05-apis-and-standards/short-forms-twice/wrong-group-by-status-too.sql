SELECT abbreviation, COUNT(*) AS organisations
FROM organisations
WHERE abbreviation IS NOT NULL
GROUP BY abbreviation, status
HAVING COUNT(*) > 1
