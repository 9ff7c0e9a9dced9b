SELECT provider, w FROM (SELECT provider, month, waits_over_12_hours w FROM ae_monthly) t WHERE t.month = '2025-11-01' AND w >= 1000
