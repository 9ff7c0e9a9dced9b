SELECT month, SUM(attendances_type_1), SUM(attendances_type_1) / day(last_day(month)) FROM ae_monthly GROUP BY month ORDER BY month
