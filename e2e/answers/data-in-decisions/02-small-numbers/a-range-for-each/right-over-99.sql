WITH s AS (SELECT provider, attendances AS n, 100.0 * over_4_hours / attendances AS p FROM ae_monthly WHERE region = 'South West' AND month = DATE '2026-03-01' AND over_4_hours > 99)
SELECT provider, ROUND(p, 1), ROUND(p - 2 * SQRT(p * (100 - p) / n), 1), ROUND(p + 2 * SQRT(p * (100 - p) / n), 1) FROM s ORDER BY 2 DESC
