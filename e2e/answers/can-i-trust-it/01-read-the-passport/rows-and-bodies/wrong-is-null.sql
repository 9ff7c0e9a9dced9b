SELECT department, COUNT(*), COUNT(DISTINCT organisation_code), COUNT(*) FILTER (WHERE amount_thousand IS NULL) FROM public_spending GROUP BY department
