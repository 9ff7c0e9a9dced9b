SELECT month, SUM(within_4_hours) + SUM(over_4_hours), ROUND((SUM(within_4_hours) + SUM(over_4_hours)) / day(last_day(month))) FROM ae_monthly GROUP BY month ORDER BY 3 DESC
