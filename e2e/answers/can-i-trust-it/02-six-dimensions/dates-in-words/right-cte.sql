WITH read AS (SELECT file_month, paid_published, TRY_CAST(paid_published AS DATE) AS d FROM payments_published WHERE file_month >= '2022-01-01')
SELECT file_month, COUNT(paid_published), COUNT(paid_published) FILTER (WHERE d IS NULL) FROM read GROUP BY file_month
