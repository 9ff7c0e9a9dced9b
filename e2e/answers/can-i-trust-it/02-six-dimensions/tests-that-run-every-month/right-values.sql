SELECT * FROM (VALUES ('empty line', (SELECT COUNT(*) FROM payments_published WHERE entity IS NULL)),
('date not read', (SELECT COUNT(*) FROM payments_published WHERE paid_published IS NOT NULL AND TRY_CAST(paid_published AS DATE) IS NULL)),
('more than once', (SELECT COUNT(*) FROM payments WHERE times_published > 1)),
('another month', (SELECT COUNT(*) FROM payments WHERE date_trunc('month', paid) <> file_month))) AS v(test, faults)
