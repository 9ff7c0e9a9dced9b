SELECT month, SUM(attendances) AS a, CAST(SUM(attendances) AS DOUBLE) / date_part('day', last_day(month)) AS d FROM ae_monthly GROUP BY month ORDER BY month ASC
