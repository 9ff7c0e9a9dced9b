WITH months AS (
  SELECT department, month, SUM(amount_thousand) AS total FROM public_spending
  WHERE department IN ('HM Treasury', 'Home Office') AND budget <> 'NON-BUDGET'
  GROUP BY department, month
)
SELECT department, month, total, SUM(total) OVER (PARTITION BY department ORDER BY month) AS so_far
FROM months ORDER BY department, month
