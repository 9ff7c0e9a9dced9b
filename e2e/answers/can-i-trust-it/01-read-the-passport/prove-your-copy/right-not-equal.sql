SELECT SUM(amount_thousand) AS everything, SUM(amount_thousand) FILTER (WHERE budget != 'NON-BUDGET') AS spending, COUNT(*) FILTER (WHERE amount_thousand < 0) AS negative FROM public_spending
