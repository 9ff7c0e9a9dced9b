SELECT SUM(amount_thousand), SUM(CASE WHEN budget <> 'NON-BUDGET' THEN amount_thousand END), SUM(CASE WHEN amount_thousand < 0 THEN 1 ELSE 0 END) FROM public_spending
