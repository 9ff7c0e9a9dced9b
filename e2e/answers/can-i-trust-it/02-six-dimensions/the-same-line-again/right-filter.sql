SELECT COUNT(*) FILTER (WHERE entity IS NOT NULL), COUNT(DISTINCT (paid_published, expense_type, expense_area, transaction_number, amount)) FILTER (WHERE entity IS NOT NULL) FROM payments_published
