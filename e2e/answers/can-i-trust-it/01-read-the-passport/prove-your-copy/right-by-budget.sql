WITH kinds AS (SELECT budget, SUM(amount_thousand) AS s, COUNT(*) FILTER (WHERE amount_thousand < 0) AS n FROM public_spending GROUP BY budget)
SELECT SUM(s), SUM(s) FILTER (WHERE budget <> 'NON-BUDGET'), SUM(n) FROM kinds
