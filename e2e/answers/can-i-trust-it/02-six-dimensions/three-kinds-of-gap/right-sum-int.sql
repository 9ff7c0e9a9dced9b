SELECT COUNT(*), SUM((entity IS NULL)::INT), SUM((entity IS NOT NULL AND transaction_number IS NULL)::INT), SUM(payee_withheld::INT) FROM payments_published
