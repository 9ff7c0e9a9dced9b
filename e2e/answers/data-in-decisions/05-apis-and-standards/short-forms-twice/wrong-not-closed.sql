SELECT abbreviation, COUNT(*) AS organisations
FROM organisations
WHERE abbreviation IS NOT NULL AND status <> 'closed'
GROUP BY abbreviation
HAVING COUNT(*) > 1
