SELECT COUNT(*), COUNT(*) FILTER (WHERE entity = ''), COUNT(*) FILTER (WHERE entity <> '' AND transaction_number = ''), COUNT(*) FILTER (WHERE payee_withheld) FROM payments_published
