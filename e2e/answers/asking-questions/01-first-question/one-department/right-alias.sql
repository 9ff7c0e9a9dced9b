SELECT s.service AS "Service", s.transactions AS "Uses" FROM services AS s WHERE s.department = 'Home Office'
