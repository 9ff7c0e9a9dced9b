SELECT department, COUNT(*), COUNT(DISTINCT organisation_code), COUNT(*) FILTER (WHERE amount_thousand = 0) FROM public_spending WHERE month = '2016-04-01' GROUP BY department
