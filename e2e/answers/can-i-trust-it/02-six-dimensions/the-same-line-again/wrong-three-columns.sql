SELECT COUNT(*), COUNT(DISTINCT (paid_published, payee, amount)) FROM payments_published WHERE entity IS NOT NULL
