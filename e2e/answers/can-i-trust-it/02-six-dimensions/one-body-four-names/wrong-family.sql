SELECT COUNT(*), COUNT(DISTINCT entity), SUM(amount) FROM payments_published WHERE department_family = 'GPA'
