SELECT provider, waits_over_12_hours
FROM ae_monthly
WHERE month BETWEEN '2025-11-01' AND '2025-11-30'
  AND waits_over_12_hours > 999
