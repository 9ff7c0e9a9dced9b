SELECT s.service AS "Service name", s.transactions AS "Number of transactions"
FROM services AS s
ORDER BY "Number of transactions" DESC
LIMIT 5
