SELECT (SELECT COUNT(*) FROM payments_published WHERE entity IS NOT NULL) AS lines, COUNT(*) AS different FROM (
  SELECT paid_published, expense_type, expense_area, transaction_number, amount FROM payments_published WHERE entity IS NOT NULL
  UNION
  SELECT paid_published, expense_type, expense_area, transaction_number, amount FROM payments_published WHERE entity IS NOT NULL
) AS u
