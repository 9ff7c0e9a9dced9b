SELECT SUM(amount_thousand), SUM(amount_thousand) FILTER (WHERE budget <> 'Non-budget'), COUNT(*) FILTER (WHERE amount_thousand < 0) FROM public_spending
