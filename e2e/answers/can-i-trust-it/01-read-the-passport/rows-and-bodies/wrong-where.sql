SELECT department, COUNT(*), COUNT(DISTINCT organisation_code), COUNT(*) FROM public_spending WHERE amount_thousand = 0 GROUP BY department
