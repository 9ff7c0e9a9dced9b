SELECT region, SUM(waits_over_12_hours) FROM ae_monthly WHERE strftime(month, '%Y-%m') BETWEEN '2025-12' AND '2026-02' GROUP BY region
