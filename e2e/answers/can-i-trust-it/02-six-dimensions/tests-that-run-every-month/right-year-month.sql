SELECT 'another month' AS test, COUNT(*) AS faults FROM payments WHERE year(paid) <> year(file_month) OR month(paid) <> month(file_month)
UNION ALL SELECT 'more than once', COUNT(*) FROM payments WHERE times_published > 1
UNION ALL SELECT 'date not read', COUNT(*) FROM payments_published WHERE paid_published IS NOT NULL AND TRY_CAST(paid_published AS DATE) IS NULL
UNION ALL SELECT 'empty line', COUNT(*) FROM payments_published WHERE entity IS NULL
