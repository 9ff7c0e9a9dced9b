SELECT 'empty line', COUNT(CASE WHEN entity IS NULL THEN 1 END) FROM payments_published UNION ALL
SELECT 'date not read', COUNT(CASE WHEN TRY_CAST(paid_published AS DATE) IS NULL THEN paid_published END) FROM payments_published UNION ALL
SELECT 'more than once', COUNT(CASE WHEN times_published > 1 THEN 1 END) FROM payments UNION ALL
SELECT 'another month', COUNT(CASE WHEN date_trunc('month', paid) <> file_month THEN 1 END) FROM payments
