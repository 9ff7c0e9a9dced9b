SELECT department, COUNT(*), COUNT(DISTINCT organisation_code), SUM(amount_thousand) FILTER (WHERE amount_thousand = 0) FROM public_spending GROUP BY department
