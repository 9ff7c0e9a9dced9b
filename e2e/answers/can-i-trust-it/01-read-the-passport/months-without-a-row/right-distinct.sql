SELECT station, date_diff('month', MIN(month), MAX(month)) + 1 - COUNT(DISTINCT month) AS lacking FROM weather_monthly GROUP BY station ORDER BY lacking DESC, station
