SELECT department, COUNT(*), COUNT(DISTINCT organisation_code), COUNT(amount_thousand) FROM public_spending GROUP BY department
