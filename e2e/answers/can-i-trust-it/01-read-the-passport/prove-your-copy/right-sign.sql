SELECT SUM(amount_thousand), SUM(amount_thousand) FILTER (WHERE NOT (budget = 'NON-BUDGET')), COUNT(*) FILTER (WHERE sign(amount_thousand) = -1) FROM public_spending
