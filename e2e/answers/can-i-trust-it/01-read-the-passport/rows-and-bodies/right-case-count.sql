SELECT department, COUNT(1), COUNT(DISTINCT organisation_code), COUNT(CASE WHEN amount_thousand = 0 THEN 1 END)
FROM public_spending
GROUP BY 1
ORDER BY 2 DESC
