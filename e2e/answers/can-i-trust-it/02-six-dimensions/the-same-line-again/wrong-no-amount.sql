SELECT COUNT(*), COUNT(DISTINCT (paid_published, expense_type, expense_area, transaction_number)) FROM payments_published WHERE entity IS NOT NULL
