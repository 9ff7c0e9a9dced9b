SELECT region, ROUND(AVG(100.0 * over_4_hours / attendances), 1) AS p FROM ae_monthly WHERE month = '2026-03-01' AND attendances > 0 GROUP BY region ORDER BY p DESC
