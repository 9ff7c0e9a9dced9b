WITH counts AS (
  SELECT abbreviation, COUNT(*) AS n FROM organisations WHERE abbreviation IS NOT NULL GROUP BY abbreviation
)
SELECT * FROM counts WHERE n > 1
