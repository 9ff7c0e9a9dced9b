SELECT COUNT(*), COUNT(DISTINCT entity), SUM(DISTINCT amount) FROM payments_published WHERE entity ILIKE '%property agency' OR entity = 'GPA'
