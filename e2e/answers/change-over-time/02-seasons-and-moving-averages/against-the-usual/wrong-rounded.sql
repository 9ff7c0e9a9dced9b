WITH usual AS (SELECT month(month) AS n, ROUND(AVG(rain_mm), 1) AS usual FROM weather_monthly WHERE station = 'Sheffield' AND year(month) BETWEEN 1991 AND 2020 GROUP BY n)
SELECT w.month, w.rain_mm, u.usual FROM weather_monthly w LEFT JOIN usual u ON u.n = month(w.month) WHERE w.station = 'Sheffield' AND year(w.month) = 2025 ORDER BY w.month
