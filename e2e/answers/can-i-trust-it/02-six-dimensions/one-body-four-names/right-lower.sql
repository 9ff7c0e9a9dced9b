SELECT COUNT(*), COUNT(DISTINCT entity), SUM(amount) FROM payments_published WHERE lower(entity) LIKE '%property agency' OR lower(entity) = 'gpa'
