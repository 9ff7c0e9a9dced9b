SELECT 'empty line', COUNT(*) FROM payments_published WHERE entity IS NULL UNION ALL
SELECT 'date not read', COUNT(*) FROM payments_published WHERE paid_published IS NOT NULL AND TRY_CAST(paid_published AS DATE) IS NULL UNION ALL
SELECT 'more than once', COUNT(*) FROM payments WHERE times_published <> 1 UNION ALL
SELECT 'another month', COUNT(*) FROM payments WHERE paid NOT BETWEEN file_month AND last_day(file_month)
