SELECT 'empty line' AS t, COUNT(*) - COUNT(entity) AS n FROM payments_published UNION
SELECT 'date not read', COUNT(paid_published) - COUNT(TRY_CAST(paid_published AS DATE)) FROM payments_published UNION
SELECT 'more than once', COUNT(*) FILTER (WHERE times_published > 1) FROM payments UNION
SELECT 'another month', COUNT(*) FILTER (WHERE date_trunc('month', paid) != file_month) FROM payments
