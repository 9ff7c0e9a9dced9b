SELECT budget, SUM(amount_thousand), COUNT(*) FILTER (WHERE amount_thousand < 0) FROM public_spending GROUP BY budget
