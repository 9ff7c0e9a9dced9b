SELECT s.service AS "Service", s.department AS "Who", s.transactions AS n FROM services s WHERE s.transactions > 1000000 AND s.digital_transactions IS NULL ORDER BY n DESC
