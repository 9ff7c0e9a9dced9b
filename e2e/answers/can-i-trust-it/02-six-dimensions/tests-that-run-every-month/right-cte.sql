WITH a AS (SELECT COUNT(*) AS n FROM payments_published WHERE entity IS NULL),
b AS (SELECT COUNT(*) AS n FROM payments_published WHERE paid_published IS NOT NULL AND TRY_CAST(paid_published AS DATE) IS NULL),
c AS (SELECT COUNT(*) AS n FROM payments WHERE times_published > 1),
d AS (SELECT COUNT(*) AS n FROM payments WHERE date_trunc('month', paid) <> file_month)
SELECT 'empty line', n FROM a UNION ALL SELECT 'date not read', n FROM b UNION ALL SELECT 'more than once', n FROM c UNION ALL SELECT 'another month', n FROM d
