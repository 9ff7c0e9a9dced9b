SELECT file_month, COUNT(paid_published), COUNT(paid_published) - COUNT(TRY_CAST(paid_published AS DATE)) FROM payments_published WHERE file_month >= '2021-01-01' GROUP BY file_month
