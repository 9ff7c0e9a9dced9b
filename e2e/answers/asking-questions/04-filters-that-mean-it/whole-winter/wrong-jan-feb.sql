SELECT region, SUM(waits_over_12_hours) AS waits FROM ae_monthly WHERE year(month) = 2026 AND month(month) <= 2 GROUP BY region
