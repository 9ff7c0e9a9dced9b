SELECT SUM(amount_thousand), SUM(amount_thousand) FILTER (WHERE budget <> 'NON-BUDGET' AND amount_thousand > 0), COUNT(*) FILTER (WHERE amount_thousand < 0) FROM public_spending
