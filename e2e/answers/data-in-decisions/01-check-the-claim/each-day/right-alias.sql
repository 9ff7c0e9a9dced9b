SELECT a.month AS m, SUM(a.attendances) AS s, round(s / dayofmonth(last_day(m))) AS each_day FROM ae_monthly AS a GROUP BY m
