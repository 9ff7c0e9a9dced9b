SELECT abbreviation, COUNT(*) AS organisations
FROM organisations
GROUP BY abbreviation
HAVING abbreviation IS NOT NULL AND COUNT(*) > 1
