WITH usual AS (SELECT month(month) AS n, AVG(rain_mm) AS usual FROM weather_monthly WHERE station = 'Sheffield' AND year(month) BETWEEN 1991 AND 2020 GROUP BY n),
now AS (SELECT month, rain_mm FROM weather_monthly WHERE station = 'Sheffield' AND year(month) = 2025)
SELECT now.month, now.rain_mm, usual FROM usual RIGHT JOIN now ON n = month(now.month) ORDER BY now.month
