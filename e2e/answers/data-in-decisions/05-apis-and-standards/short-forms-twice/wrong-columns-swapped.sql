SELECT COUNT(*) AS organisations, abbreviation
FROM organisations
WHERE abbreviation IS NOT NULL
GROUP BY abbreviation
HAVING COUNT(*) > 1
