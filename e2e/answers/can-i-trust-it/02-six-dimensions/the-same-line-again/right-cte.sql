WITH filled AS (SELECT paid_published, expense_type, expense_area, transaction_number, amount FROM payments_published WHERE entity IS NOT NULL)
SELECT (SELECT COUNT(*) FROM filled), (SELECT COUNT(*) FROM (SELECT DISTINCT * FROM filled) AS d)
