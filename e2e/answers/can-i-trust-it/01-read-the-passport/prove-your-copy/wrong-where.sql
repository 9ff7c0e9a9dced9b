SELECT SUM(amount_thousand), SUM(amount_thousand), COUNT(*) FILTER (WHERE amount_thousand < 0) FROM public_spending WHERE budget <> 'NON-BUDGET'
