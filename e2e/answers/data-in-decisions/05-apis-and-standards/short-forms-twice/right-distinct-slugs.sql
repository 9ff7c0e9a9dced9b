SELECT abbreviation, COUNT(DISTINCT slug) AS organisations
FROM organisations
WHERE NOT abbreviation IS NULL
GROUP BY ALL
HAVING organisations > 1
