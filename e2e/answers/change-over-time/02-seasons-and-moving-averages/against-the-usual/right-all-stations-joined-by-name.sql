WITH usual AS (SELECT station, month(month) AS n, AVG(rain_mm) AS usual FROM weather_monthly WHERE year(month) BETWEEN 1991 AND 2020 GROUP BY station, n)
SELECT w.month, w.rain_mm, u.usual FROM weather_monthly w LEFT JOIN usual u ON u.station = w.station AND u.n = month(w.month) WHERE w.station = 'Sheffield' AND year(w.month) = 2025 ORDER BY w.month
