SELECT department, SUM((service IS NOT NULL)::INT), SUM(transactions) FROM services GROUP BY department
