SELECT m.file_month, (SELECT COUNT(paid_published) FROM payments_published AS p WHERE p.file_month = m.file_month), (SELECT COUNT(*) FROM payments_published AS p WHERE p.file_month = m.file_month AND paid_published IS NOT NULL AND TRY_CAST(paid_published AS DATE) IS NULL)
FROM (SELECT DISTINCT file_month FROM payments_published WHERE file_month >= '2022-01-01') AS m
