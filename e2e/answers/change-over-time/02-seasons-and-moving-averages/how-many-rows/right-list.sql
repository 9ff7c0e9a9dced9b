WITH l AS (SELECT month, rain_mm, list(rain_mm) OVER (ORDER BY month ROWS BETWEEN 11 PRECEDING AND CURRENT ROW) AS twelve FROM weather_monthly WHERE station = 'Sheffield')
SELECT month, rain_mm, list_avg(twelve) FROM l WHERE month >= '2024-01-01' ORDER BY month
