SELECT month, SUM(attendances), ROUND(SUM(attendances) / 365 * 12) FROM ae_monthly GROUP BY month
