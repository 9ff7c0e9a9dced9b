SELECT COUNT(entity) AS lines, COUNT(DISTINCT (transaction_number, amount, paid_published, expense_type, expense_area)) AS once FROM payments_published WHERE NOT entity IS NULL
