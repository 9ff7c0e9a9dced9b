SELECT station, 1 + datediff('month', MIN(month), MAX(month)) - COUNT(month) AS lacking FROM weather_monthly GROUP BY 1 ORDER BY 2 DESC, 1
