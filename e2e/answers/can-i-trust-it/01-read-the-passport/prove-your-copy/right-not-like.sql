SELECT SUM(amount_thousand), SUM(amount_thousand) FILTER (WHERE budget NOT LIKE 'NON%'), COUNT(*) FILTER (WHERE amount_thousand <= -1) FROM public_spending
