SELECT a.department, a.n, a.o, COALESCE(z.n, 0)
FROM (SELECT department, COUNT(*) AS n, COUNT(DISTINCT organisation_code) AS o FROM public_spending GROUP BY department) AS a
LEFT JOIN (SELECT department, COUNT(*) AS n FROM public_spending WHERE amount_thousand = 0 GROUP BY department) AS z USING (department)
