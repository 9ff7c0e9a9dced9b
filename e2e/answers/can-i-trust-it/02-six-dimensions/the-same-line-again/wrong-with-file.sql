SELECT COUNT(*), COUNT(DISTINCT (file_month, paid_published, expense_type, expense_area, transaction_number, amount)) FROM payments_published WHERE entity IS NOT NULL
