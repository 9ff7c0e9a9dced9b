SELECT organisation, SUM(amount_thousand) / 1000 AS m FROM public_spending WHERE budget <> 'NON-BUDGET' GROUP BY organisation ORDER BY m DESC, organisation LIMIT 10
