WITH s AS (SELECT provider, attendances AS n, 100.0 * over_4_hours / attendances AS p FROM ae_monthly WHERE month = '2026-03-01' AND region = 'South West' AND over_4_hours >= 100)
SELECT provider, ROUND(p, 1), ROUND(p - 2 * SQRT(p * (100 - p)) / SQRT(n), 1), ROUND(p + 2 * SQRT(p * (100 - p)) / SQRT(n), 1) FROM s ORDER BY 2 DESC
