SELECT service, transactions
FROM services
QUALIFY row_number() OVER (ORDER BY transactions DESC) <= 5
ORDER BY transactions DESC
