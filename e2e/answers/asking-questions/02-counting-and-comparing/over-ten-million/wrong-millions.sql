SELECT department, SUM(transactions) AS total FROM services GROUP BY department HAVING round(SUM(transactions) / 1000000) > 10 OR SUM(transactions) > 10124000 ORDER BY total DESC
