WITH filled AS (SELECT * FROM payments_published WHERE entity IS NOT NULL)
SELECT (SELECT COUNT(*) FROM payments_published), (SELECT COUNT(*) FROM payments_published WHERE entity IS NULL), COUNT(*) FILTER (WHERE transaction_number IS NULL), COUNT(*) FILTER (WHERE payee_withheld) FROM filled
