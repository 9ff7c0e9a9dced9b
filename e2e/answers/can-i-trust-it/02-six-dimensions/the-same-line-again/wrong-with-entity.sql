SELECT COUNT(*), COUNT(DISTINCT (entity, paid_published, expense_type, expense_area, transaction_number, amount)) FROM payments_published WHERE entity IS NOT NULL
