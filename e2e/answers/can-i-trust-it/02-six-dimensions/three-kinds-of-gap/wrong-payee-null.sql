SELECT COUNT(*), COUNT(*) FILTER (WHERE entity IS NULL), COUNT(*) FILTER (WHERE entity IS NOT NULL AND transaction_number IS NULL), COUNT(*) FILTER (WHERE payee IS NULL) FROM payments_published
