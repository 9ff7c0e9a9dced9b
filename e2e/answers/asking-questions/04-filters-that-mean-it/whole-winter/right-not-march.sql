SELECT region, SUM(waits_over_12_hours) AS waits FROM ae_monthly
WHERE month BETWEEN '2025-12-01' AND '2026-03-01' AND month <> '2026-03-01' GROUP BY region
