SELECT abbreviation, COUNT(*) AS organisations
FROM organisations
GROUP BY abbreviation
HAVING COUNT(*) > 1
