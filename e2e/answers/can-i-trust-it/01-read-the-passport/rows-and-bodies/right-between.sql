SELECT department, COUNT(organisation_code), COUNT(DISTINCT organisation_code), COUNT(*) FILTER (amount_thousand BETWEEN 0 AND 0) FROM public_spending GROUP BY department
