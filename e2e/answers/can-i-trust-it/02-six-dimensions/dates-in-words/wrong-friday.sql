SELECT file_month, COUNT(paid_published), COUNT(*) FILTER (WHERE paid_published LIKE 'Friday%') FROM payments_published WHERE file_month >= '2022-01-01' GROUP BY file_month
