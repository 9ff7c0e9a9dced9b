SELECT y, SUM(t) FROM (
  SELECT CASE WHEN month(paid) < 4 THEN year(paid) - 1 ELSE year(paid) END AS y, month(paid) AS m, SUM(amount) AS t FROM payments GROUP BY 1, 2
) GROUP BY y ORDER BY y
