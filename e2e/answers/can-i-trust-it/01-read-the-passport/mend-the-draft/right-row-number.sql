SELECT department, m FROM (
  SELECT department, SUM(amount_thousand) / 1000 AS m, ROW_NUMBER() OVER (ORDER BY SUM(amount_thousand) DESC, department) AS place
  FROM public_spending WHERE budget <> 'NON-BUDGET' GROUP BY department
) AS ranked WHERE place <= 10 ORDER BY place
