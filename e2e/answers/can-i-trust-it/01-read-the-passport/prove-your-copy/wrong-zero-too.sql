SELECT SUM(amount_thousand), SUM(amount_thousand) FILTER (WHERE budget <> 'NON-BUDGET'), COUNT(*) FILTER (WHERE amount_thousand <= 0) FROM public_spending
