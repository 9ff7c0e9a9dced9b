SELECT provider, SUM(waits_over_12_hours) FROM ae_monthly WHERE month = '2025-11-01'
GROUP BY provider_code, provider HAVING SUM(waits_over_12_hours) >= 1000
