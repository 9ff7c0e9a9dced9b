SELECT 'empty line', COUNT(*) FILTER (WHERE entity IS NULL) FROM payments_published UNION ALL
SELECT 'date not read', COUNT(*) FILTER (WHERE paid_published IS NOT NULL AND TRY_CAST(paid_published AS DATE) IS NULL) FROM payments_published UNION ALL
SELECT 'more than once', COUNT(*) FILTER (WHERE times_published > 1) FROM payments UNION ALL
SELECT 'another month', COUNT(*) FILTER (WHERE paid < file_month OR paid >= file_month + INTERVAL 1 MONTH) FROM payments
