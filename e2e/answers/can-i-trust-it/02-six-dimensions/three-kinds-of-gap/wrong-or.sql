SELECT COUNT(*), COUNT(*) FILTER (WHERE entity IS NULL), COUNT(*) FILTER (WHERE entity IS NOT NULL OR transaction_number IS NULL), COUNT(*) FILTER (WHERE payee_withheld) FROM payments_published
