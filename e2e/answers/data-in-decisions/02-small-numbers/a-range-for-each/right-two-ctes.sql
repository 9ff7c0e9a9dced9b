WITH s AS (SELECT provider, attendances AS n, 100.0 * over_4_hours / attendances AS p FROM ae_monthly WHERE month = '2026-03-01' AND region = 'South West' AND over_4_hours >= 100)
, r AS (SELECT provider, p, 2 * SQRT(p * (100 - p) / n) AS e FROM s)
SELECT provider, ROUND(p, 1) AS percent, ROUND(p - e, 1) AS low, ROUND(p + e, 1) AS high FROM r ORDER BY percent DESC
