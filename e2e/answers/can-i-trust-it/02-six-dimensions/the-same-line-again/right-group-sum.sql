SELECT COALESCE(SUM(n), 0), COUNT(n) FROM (SELECT COUNT(*) AS n FROM payments_published WHERE entity IS NOT NULL GROUP BY paid_published, expense_type, expense_area, transaction_number, amount) AS g
