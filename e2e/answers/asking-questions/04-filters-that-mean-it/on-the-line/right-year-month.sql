SELECT provider, waits_over_12_hours
FROM ae_monthly
WHERE year(month) = 2025 AND month(month) = 11
  AND waits_over_12_hours >= 1000
ORDER BY waits_over_12_hours DESC
