SELECT DISTINCT abbreviation, COUNT(*) OVER (PARTITION BY abbreviation) AS organisations
FROM organisations
WHERE abbreviation IS NOT NULL
QUALIFY COUNT(*) OVER (PARTITION BY abbreviation) > 1
