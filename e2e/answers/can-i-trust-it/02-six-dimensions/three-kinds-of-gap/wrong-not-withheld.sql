SELECT COUNT(*), COUNT(*) FILTER (WHERE entity IS NULL), COUNT(*) FILTER (WHERE entity IS NOT NULL AND transaction_number IS NULL), COUNT(*) FILTER (WHERE NOT payee_withheld) FROM payments_published
