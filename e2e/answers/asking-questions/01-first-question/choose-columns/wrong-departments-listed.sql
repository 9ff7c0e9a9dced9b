SELECT service, department, transactions FROM services WHERE department IN (SELECT department FROM services GROUP BY department HAVING count(*) > 1)
