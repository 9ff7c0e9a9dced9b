SELECT department, COUNT(*) AS lines,
  (SELECT COUNT(DISTINCT q.organisation_code) FROM public_spending AS q WHERE q.department = p.department) AS bodies,
  (SELECT COUNT(*) FROM public_spending AS q WHERE q.department = p.department AND q.amount_thousand = 0) AS zeros
FROM public_spending AS p GROUP BY department
