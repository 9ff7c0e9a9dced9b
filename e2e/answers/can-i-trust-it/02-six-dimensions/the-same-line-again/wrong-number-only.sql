SELECT COUNT(*), COUNT(DISTINCT transaction_number) FROM payments_published WHERE entity IS NOT NULL
