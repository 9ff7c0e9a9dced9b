WITH inside AS (SELECT SUM(amount_thousand) AS s FROM public_spending WHERE budget <> 'NON-BUDGET'),
everything AS (SELECT SUM(amount_thousand) AS s, COUNT(*) FILTER (WHERE amount_thousand < 0) AS n FROM public_spending)
SELECT everything.s, inside.s, everything.n FROM inside, everything
