SELECT month, SUM(attendances), ROUND(SUM(attendances) / day(last_day(month))) FROM ae_monthly WHERE month >= '2026-01-01' GROUP BY month
