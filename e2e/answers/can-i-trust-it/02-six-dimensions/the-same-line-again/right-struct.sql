SELECT COUNT(*), COUNT(DISTINCT {'a': paid_published, 'b': expense_type, 'c': expense_area, 'd': transaction_number, 'e': amount}) FROM payments_published WHERE entity IS NOT NULL
