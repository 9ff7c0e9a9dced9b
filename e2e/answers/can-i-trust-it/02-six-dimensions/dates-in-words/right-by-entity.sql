SELECT file_month, COUNT(entity), COUNT(*) FILTER (WHERE entity IS NOT NULL AND TRY_CAST(paid_published AS DATE) IS NULL) FROM payments_published WHERE file_month >= '2022-01-01' GROUP BY file_month
