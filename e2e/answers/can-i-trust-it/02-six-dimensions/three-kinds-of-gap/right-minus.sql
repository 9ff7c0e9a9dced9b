SELECT COUNT(*), COUNT(*) - COUNT(entity), COUNT(entity) - COUNT(transaction_number), COUNT(*) FILTER (WHERE payee_withheld IS TRUE) FROM payments_published
