WITH nov AS (
  SELECT provider, waits_over_12_hours AS waits FROM ae_monthly WHERE month = '2025-11-01'
)
SELECT provider, waits FROM nov WHERE waits >= 1000
