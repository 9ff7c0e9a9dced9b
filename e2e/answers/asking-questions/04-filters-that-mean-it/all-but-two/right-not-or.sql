SELECT provider, region, waits_over_12_hours FROM ae_monthly
WHERE NOT (region = 'London' OR region = 'Midlands') AND month = '2026-01-01' AND waits_over_12_hours >= 1000
ORDER BY waits_over_12_hours DESC
