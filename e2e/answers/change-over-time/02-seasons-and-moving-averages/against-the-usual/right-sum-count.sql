WITH usual AS (SELECT month(month) AS n, SUM(rain_mm) / COUNT(rain_mm) AS usual FROM weather_monthly WHERE station = 'Sheffield' AND year(month) >= 1991 AND year(month) < 2021 GROUP BY n)
SELECT w.month, w.rain_mm, u.usual FROM weather_monthly w LEFT JOIN usual u ON u.n = month(w.month) WHERE w.station = 'Sheffield' AND year(w.month) = 2025 ORDER BY w.month
