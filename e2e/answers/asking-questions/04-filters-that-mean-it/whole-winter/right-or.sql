SELECT region, SUM(waits_over_12_hours) AS waits FROM ae_monthly
WHERE month = '2025-12-01' OR month = '2026-01-01' OR month = '2026-02-01' GROUP BY 1
