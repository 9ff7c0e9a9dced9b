SELECT abbreviation, COUNT(*) AS organisations
FROM organisations
WHERE abbreviation IS NOT NULL
GROUP BY abbreviation
ORDER BY organisations DESC, abbreviation
LIMIT 5
