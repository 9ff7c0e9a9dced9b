SELECT region, SUM(w) FROM (
  SELECT region, waits_over_12_hours AS w FROM ae_monthly WHERE month BETWEEN '2025-12-01' AND '2026-02-01'
) GROUP BY region
