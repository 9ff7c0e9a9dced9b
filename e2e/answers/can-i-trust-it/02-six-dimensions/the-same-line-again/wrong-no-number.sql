SELECT COUNT(*), COUNT(DISTINCT (paid_published, expense_type, expense_area, amount)) FROM payments_published WHERE entity IS NOT NULL
