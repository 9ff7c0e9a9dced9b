SELECT region, SUM(waits_over_12_hours) FROM ae_monthly WHERE month > '2025-11-01' AND month <= '2026-02-01' GROUP BY region
