SELECT file_month, COUNT(paid), COUNT(*) - COUNT(paid) FROM payments WHERE file_month >= '2022-01-01' GROUP BY file_month
