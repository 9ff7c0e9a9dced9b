SELECT a.provider AS "Provider", a.waits_over_12_hours AS "Waits over 12 hours"
FROM ae_monthly AS a
WHERE a.month = DATE '2025-11-01' AND a.waits_over_12_hours >= 1000
