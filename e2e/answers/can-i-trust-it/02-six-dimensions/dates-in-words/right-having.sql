SELECT file_month, COUNT(paid_published), COUNT(paid_published) FILTER (WHERE TRY_CAST(paid_published AS DATE) IS NULL) FROM payments_published GROUP BY file_month HAVING file_month >= '2022-01-01'
