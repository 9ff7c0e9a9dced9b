SELECT department, COUNT(*) AS n, COUNT(DISTINCT organisation_code) AS bodies, SUM(CASE WHEN amount_thousand = 0 THEN 1 ELSE 0 END) AS zeros
FROM public_spending GROUP BY ALL
