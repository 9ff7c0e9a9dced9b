SELECT department, COUNT(*), COUNT(DISTINCT organisation_code), SUM((amount_thousand = 0)::INT) FROM public_spending GROUP BY department
