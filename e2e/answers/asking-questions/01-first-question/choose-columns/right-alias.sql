SELECT s.service AS "Service", s.department AS "Department", s.transactions AS "How often" FROM services AS s
