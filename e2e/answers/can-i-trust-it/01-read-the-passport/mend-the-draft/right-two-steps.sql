SELECT department, t / 1000 FROM (SELECT department, SUM(amount_thousand) AS t FROM public_spending WHERE budget <> 'NON-BUDGET' GROUP BY department) AS sums ORDER BY t DESC, department LIMIT 10
