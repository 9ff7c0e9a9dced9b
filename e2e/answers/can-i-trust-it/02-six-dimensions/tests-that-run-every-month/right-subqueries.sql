SELECT 'empty line', (SELECT COUNT(*) FROM payments_published WHERE entity IS NULL) UNION ALL
SELECT 'date not read', (SELECT COUNT(*) FROM payments_published WHERE paid_published IS NOT NULL AND TRY_CAST(paid_published AS DATE) IS NULL) UNION ALL
SELECT 'more than once', (SELECT COUNT(*) FROM payments WHERE times_published >= 2) UNION ALL
SELECT 'another month', (SELECT COUNT(*) FROM payments WHERE date_trunc('month', paid) <> date_trunc('month', file_month))
