SELECT s.service, s.department, s.transactions
FROM services s
WHERE 100000 < s.transactions AND (s.department = 'Ministry of Justice' OR s.department = 'Home Office')
ORDER BY s.transactions DESC
