SELECT month, rain_mm, AVG(rain_mm) OVER (ORDER BY month ROWS BETWEEN 11 PRECEDING AND CURRENT ROW) AS mean_of_12 FROM weather_monthly WHERE station = 'Sheffield' ORDER BY month
