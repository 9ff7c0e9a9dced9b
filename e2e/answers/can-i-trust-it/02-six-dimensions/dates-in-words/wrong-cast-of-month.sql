SELECT file_month, COUNT(paid_published), COUNT(*) FILTER (WHERE TRY_CAST(file_month AS DATE) IS NULL) FROM payments_published WHERE file_month >= '2022-01-01' GROUP BY file_month
