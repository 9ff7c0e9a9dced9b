SELECT COUNT(*), COUNT(DISTINCT entity), SUM(amount) FROM payments_published WHERE upper(entity) = 'GOVERNMENT PROPERTY AGENCY'
