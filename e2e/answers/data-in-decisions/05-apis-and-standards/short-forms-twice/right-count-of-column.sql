SELECT abbreviation, COUNT(abbreviation) AS times
FROM organisations
GROUP BY abbreviation
HAVING COUNT(abbreviation) > 1
