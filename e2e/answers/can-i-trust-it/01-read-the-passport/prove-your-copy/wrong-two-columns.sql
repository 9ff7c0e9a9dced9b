SELECT SUM(amount_thousand), SUM(amount_thousand) FILTER (WHERE budget <> 'NON-BUDGET') FROM public_spending
