SELECT file_month, COUNT(paid_published), COUNT(*) FILTER (WHERE paid_published IS NOT NULL AND TRY_CAST(paid_published AS DATE) IS NULL) FROM payments_published GROUP BY file_month
