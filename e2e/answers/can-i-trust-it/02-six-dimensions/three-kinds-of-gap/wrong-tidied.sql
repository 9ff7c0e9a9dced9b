SELECT COUNT(*), COUNT(*) FILTER (WHERE body IS NULL), COUNT(*) FILTER (WHERE transaction_number IS NULL), COUNT(*) FILTER (WHERE payee_withheld) FROM payments
