SELECT region, SUM(waits_over_12_hours) AS waits FROM ae_monthly WHERE month BETWEEN '2025-11-01' AND '2026-02-01' GROUP BY region
