SELECT COUNT(*), COUNT(DISTINCT payment_id) FROM payments_published WHERE entity IS NOT NULL
