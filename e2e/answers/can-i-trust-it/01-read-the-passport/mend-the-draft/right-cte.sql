WITH inside AS (SELECT * FROM public_spending WHERE budget <> 'NON-BUDGET')
SELECT department, SUM(amount_thousand) / 1000 AS million_pounds FROM inside GROUP BY department ORDER BY million_pounds DESC, department LIMIT 10
