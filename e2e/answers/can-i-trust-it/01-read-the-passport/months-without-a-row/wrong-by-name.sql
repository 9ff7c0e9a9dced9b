SELECT station, date_diff('month', MIN(month), MAX(month)) + 1 - COUNT(*) AS n FROM weather_monthly GROUP BY station ORDER BY station
