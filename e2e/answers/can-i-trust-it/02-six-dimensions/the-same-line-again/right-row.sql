SELECT COUNT(*) AS lines, COUNT(DISTINCT row(amount, transaction_number, expense_area, expense_type, paid_published)) AS different FROM payments_published WHERE entity IS NOT NULL
