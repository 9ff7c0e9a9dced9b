WITH bodies AS (
  SELECT department, organisation_code, COUNT(*) AS n, COUNT(*) FILTER (WHERE amount_thousand = 0) AS z
  FROM public_spending GROUP BY department, organisation_code
)
SELECT department, SUM(n), COUNT(*), SUM(z) FROM bodies GROUP BY department
