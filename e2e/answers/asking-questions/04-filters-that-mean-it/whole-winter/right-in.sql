SELECT region, SUM(waits_over_12_hours) AS waits FROM ae_monthly WHERE month IN ('2025-12-01','2026-01-01','2026-02-01') GROUP BY region ORDER BY waits DESC
