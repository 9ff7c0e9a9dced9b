select month, rain_mm, avg(rain_mm) over (order by month rows 11 preceding) from weather_monthly where station = 'Sheffield' qualify year(month) >= 2024 order by month
