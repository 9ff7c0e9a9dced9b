SELECT department, COUNT(*), COUNT(organisation_code), COUNT(*) FILTER (WHERE amount_thousand = 0) FROM public_spending GROUP BY department
