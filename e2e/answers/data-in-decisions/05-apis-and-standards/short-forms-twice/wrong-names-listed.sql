SELECT abbreviation, organisation
FROM organisations
WHERE abbreviation IN (SELECT abbreviation FROM organisations GROUP BY abbreviation HAVING COUNT(*) > 1)
