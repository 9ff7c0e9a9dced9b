WITH s AS (SELECT month, rain_mm, AVG(CASE WHEN year(month) BETWEEN 1991 AND 2020 THEN rain_mm END) OVER (PARTITION BY month(month)) AS usual FROM weather_monthly WHERE station = 'Sheffield')
SELECT * FROM s WHERE year(month) = 2025 ORDER BY month
