WITH m AS (SELECT organisation, month, SUM(amount_thousand) AS total FROM public_spending
WHERE department IN ('HM Treasury', 'Home Office') AND budget <> 'NON-BUDGET' GROUP BY ALL)
SELECT organisation, month, total, SUM(total) OVER (PARTITION BY organisation ORDER BY month) FROM m
