SELECT service, department, transactions FROM services WHERE CASE department WHEN 'Home Office' THEN 1 WHEN 'Ministry of Justice' THEN 1 ELSE 0 END = 1 AND transactions > 100000
