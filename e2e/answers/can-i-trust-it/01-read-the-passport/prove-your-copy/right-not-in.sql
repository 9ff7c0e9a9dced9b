SELECT SUM(amount_thousand), SUM(amount_thousand) FILTER (WHERE budget NOT IN ('NON-BUDGET')), COUNT(*) FILTER (WHERE 0 > amount_thousand) FROM public_spending
