SELECT COUNT(*), COUNT(entity), COUNT(transaction_number), COUNT(payee_withheld) FROM payments_published
