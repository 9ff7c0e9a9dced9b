SELECT DISTINCT department, (SELECT COUNT(*) FROM services t WHERE t.department = s.department), (SELECT SUM(transactions) FROM services t WHERE t.department = s.department) FROM services s
