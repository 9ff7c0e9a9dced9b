SELECT file_month, COUNT(paid_published), COUNT(CASE WHEN TRY_CAST(paid_published AS DATE) IS NULL THEN paid_published END) FROM payments_published WHERE year(file_month) >= 2022 GROUP BY file_month
