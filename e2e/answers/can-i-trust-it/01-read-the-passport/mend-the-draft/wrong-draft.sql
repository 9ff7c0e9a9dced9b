SELECT department, SUM(amount_thousand) AS million_pounds FROM public_spending GROUP BY department ORDER BY million_pounds DESC, department LIMIT 10
