SELECT COUNT(*), COUNT(DISTINCT (paid_published, expense_type, expense_area, transaction_number, amount)) FROM payments_published WHERE amount IS NOT NULL
