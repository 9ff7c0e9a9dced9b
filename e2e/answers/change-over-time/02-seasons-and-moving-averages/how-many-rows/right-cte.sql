WITH m AS (SELECT month, rain_mm, AVG(rain_mm) OVER (ORDER BY month ROWS BETWEEN 11 PRECEDING AND CURRENT ROW) AS a FROM weather_monthly WHERE station = 'Sheffield')
SELECT * FROM m WHERE month >= DATE '2024-01-01' ORDER BY month
