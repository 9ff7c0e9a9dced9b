SELECT abbreviation, COUNT(*) AS organisations
FROM organisations
WHERE abbreviation <> NULL
GROUP BY abbreviation
HAVING COUNT(*) > 1
