WITH n AS (SELECT month, rain_mm, ROW_NUMBER() OVER (ORDER BY month) AS r FROM weather_monthly WHERE station = 'Sheffield')
SELECT a.month, a.rain_mm, AVG(b.rain_mm) FROM n a JOIN n b ON b.r BETWEEN a.r - 11 AND a.r WHERE a.month >= '2024-01-01' GROUP BY a.month, a.rain_mm ORDER BY a.month
