SELECT file_month, COUNT(*), COUNT(*) FROM payments_published WHERE file_month >= '2022-01-01' AND paid_published IS NOT NULL AND TRY_CAST(paid_published AS DATE) IS NULL GROUP BY file_month
