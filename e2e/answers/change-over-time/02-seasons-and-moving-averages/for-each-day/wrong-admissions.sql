SELECT month, SUM(admissions), SUM(admissions) / day(last_day(month)) FROM ae_monthly GROUP BY month ORDER BY month
