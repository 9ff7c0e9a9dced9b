SELECT COUNT(*), COUNT(DISTINCT entity), SUM(amount) FROM payments_published WHERE entity <> 'CABINET OFFICE'
