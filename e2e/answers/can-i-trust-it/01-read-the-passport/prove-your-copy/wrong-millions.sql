SELECT SUM(amount_thousand) / 1000, SUM(amount_thousand) FILTER (WHERE budget <> 'NON-BUDGET') / 1000, COUNT(*) FILTER (WHERE amount_thousand < 0) FROM public_spending
