SELECT department, COUNT(*), COUNT(DISTINCT organisation_code), count_if(amount_thousand = 0) FROM public_spending GROUP BY department ORDER BY department
