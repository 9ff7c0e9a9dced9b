SELECT month, rain_mm, AVG(rain_mm) OVER (ORDER BY month) AS mean_of_12 FROM weather_monthly WHERE station = 'Sheffield' QUALIFY month >= '2024-01-01' ORDER BY month
