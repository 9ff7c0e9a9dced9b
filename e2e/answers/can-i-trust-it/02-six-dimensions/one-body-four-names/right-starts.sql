SELECT COUNT(amount), COUNT(DISTINCT entity), SUM(amount) FROM payments_published WHERE entity ILIKE 'gov%agency' OR entity LIKE 'GPA'
