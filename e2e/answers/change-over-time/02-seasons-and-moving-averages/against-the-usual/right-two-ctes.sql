WITH sheffield AS (SELECT * FROM weather_monthly WHERE station = 'Sheffield'),
usual AS (SELECT date_part('month', month) AS n, AVG(rain_mm) AS usual FROM sheffield WHERE year(month) IN (SELECT range FROM range(1991, 2021)) GROUP BY n)
SELECT s.month, s.rain_mm, usual FROM sheffield s LEFT JOIN usual ON n = date_part('month', s.month) WHERE year(s.month) = 2025 ORDER BY s.month
