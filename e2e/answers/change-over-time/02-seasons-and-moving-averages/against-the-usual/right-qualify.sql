SELECT month, rain_mm, AVG(rain_mm) FILTER (WHERE year(month) BETWEEN 1991 AND 2020) OVER (PARTITION BY month(month)) AS usual
FROM weather_monthly WHERE station = 'Sheffield' QUALIFY year(month) = 2025 ORDER BY month
