SELECT COUNT(payment_id), COUNT(CASE WHEN entity IS NULL THEN 1 END), COUNT(CASE WHEN transaction_number IS NULL THEN entity END), COUNT(CASE WHEN payee_withheld THEN 1 END) FROM payments_published
