SELECT department, SUM(n), SUM(t) FROM (SELECT department, agency, COUNT(*) AS n, SUM(transactions) AS t FROM services GROUP BY department, agency) GROUP BY department
