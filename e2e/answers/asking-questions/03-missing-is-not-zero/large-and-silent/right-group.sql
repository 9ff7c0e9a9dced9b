SELECT service, department, MAX(transactions) AS t FROM services GROUP BY service, department HAVING MAX(transactions) > 1000000 AND COUNT(digital_transactions) = 0 ORDER BY t DESC
