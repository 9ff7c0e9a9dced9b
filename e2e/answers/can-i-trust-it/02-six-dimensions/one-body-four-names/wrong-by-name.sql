SELECT entity, COUNT(*), SUM(amount) FROM payments_published WHERE entity ILIKE '%property agency' OR entity = 'GPA' GROUP BY entity
