SELECT COUNT(*), COUNT(DISTINCT (paid_published, expense_type, transaction_number, amount)) FROM payments_published WHERE entity IS NOT NULL
