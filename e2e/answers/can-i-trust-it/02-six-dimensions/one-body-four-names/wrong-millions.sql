SELECT COUNT(*), COUNT(DISTINCT entity), SUM(amount) / 1000000 FROM payments_published WHERE entity ILIKE '%property agency' OR entity = 'GPA'
