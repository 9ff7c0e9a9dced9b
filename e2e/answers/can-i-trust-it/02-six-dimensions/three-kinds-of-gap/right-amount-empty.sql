SELECT COUNT(*), COUNT(*) FILTER (WHERE amount IS NULL), COUNT(*) FILTER (WHERE amount IS NOT NULL AND transaction_number IS NULL), COUNT(*) FILTER (WHERE payee_withheld) FROM payments_published
