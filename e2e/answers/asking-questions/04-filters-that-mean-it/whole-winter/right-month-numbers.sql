SELECT region, SUM(waits_over_12_hours) FROM ae_monthly
WHERE (year(month) = 2025 AND month(month) = 12) OR (year(month) = 2026 AND month(month) IN (1, 2)) GROUP BY region
