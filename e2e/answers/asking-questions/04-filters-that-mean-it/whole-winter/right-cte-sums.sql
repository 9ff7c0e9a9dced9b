WITH m AS (
  SELECT region, month, SUM(waits_over_12_hours) AS w FROM ae_monthly GROUP BY region, month
)
SELECT region, SUM(w) AS waits FROM m WHERE month >= DATE '2025-12-01' AND month <= DATE '2026-02-28' GROUP BY region ORDER BY region
