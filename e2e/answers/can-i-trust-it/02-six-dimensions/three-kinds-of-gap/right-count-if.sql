SELECT COUNT(*), COUNT_IF(entity IS NULL), COUNT_IF(entity IS NOT NULL AND transaction_number IS NULL), COUNT_IF(payee_withheld) FROM payments_published
