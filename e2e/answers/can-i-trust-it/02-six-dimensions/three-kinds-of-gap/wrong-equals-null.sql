SELECT COUNT(*), COUNT(*) FILTER (WHERE entity = NULL), COUNT(*) FILTER (WHERE entity IS NOT NULL AND transaction_number = NULL), COUNT(*) FILTER (WHERE payee_withheld) FROM payments_published
