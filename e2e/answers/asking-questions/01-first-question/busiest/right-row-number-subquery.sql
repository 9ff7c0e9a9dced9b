SELECT service, transactions FROM (SELECT service, transactions, row_number() OVER (ORDER BY transactions DESC NULLS LAST) AS place FROM services) WHERE place <= 5 ORDER BY place
