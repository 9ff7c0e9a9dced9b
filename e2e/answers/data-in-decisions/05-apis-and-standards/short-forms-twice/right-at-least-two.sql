SELECT abbreviation, COUNT(*)
FROM organisations
WHERE abbreviation IS NOT NULL
GROUP BY abbreviation
HAVING COUNT(*) >= 2
ORDER BY 2 DESC, 1
