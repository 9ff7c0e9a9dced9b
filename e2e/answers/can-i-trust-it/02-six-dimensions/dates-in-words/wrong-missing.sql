SELECT file_month, COUNT(paid_published), COUNT(*) - COUNT(paid_published) FROM payments_published WHERE file_month >= '2022-01-01' GROUP BY file_month
