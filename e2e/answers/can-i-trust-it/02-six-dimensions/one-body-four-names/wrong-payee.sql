SELECT COUNT(*), COUNT(DISTINCT entity), SUM(amount) FROM payments_published WHERE payee ILIKE '%property agency%' OR payee = 'GPA'
