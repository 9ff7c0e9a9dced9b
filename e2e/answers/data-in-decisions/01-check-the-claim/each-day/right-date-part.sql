SELECT month, SUM(attendances), ROUND(SUM(attendances) / date_part('day', last_day(month))) FROM ae_monthly GROUP BY month ORDER BY month DESC
