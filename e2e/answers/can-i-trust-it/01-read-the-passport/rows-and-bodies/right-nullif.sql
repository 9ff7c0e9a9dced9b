SELECT department, COUNT(*), COUNT(DISTINCT organisation_code), COUNT(*) - COUNT(NULLIF(amount_thousand, 0)) FROM public_spending GROUP BY department
