SELECT COUNT(*), (SELECT COUNT(*) FROM (SELECT DISTINCT * FROM payments_published WHERE entity IS NOT NULL) AS d) FROM payments_published WHERE entity IS NOT NULL
