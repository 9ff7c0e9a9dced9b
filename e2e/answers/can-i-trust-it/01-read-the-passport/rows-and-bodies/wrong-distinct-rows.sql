SELECT department, COUNT(DISTINCT organisation_code), COUNT(DISTINCT organisation_code), COUNT(*) FILTER (WHERE amount_thousand = 0) FROM public_spending GROUP BY department
