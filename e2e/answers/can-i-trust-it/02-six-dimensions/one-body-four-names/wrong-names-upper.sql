SELECT COUNT(*), COUNT(DISTINCT upper(entity)), SUM(amount) FROM payments_published WHERE entity ILIKE '%property agency' OR entity = 'GPA'
