SELECT COUNT(*), COUNT(DISTINCT (paid_published, expense_type, expense_area, transaction_number, amount_published)) FROM payments_published WHERE entity IS NOT NULL
