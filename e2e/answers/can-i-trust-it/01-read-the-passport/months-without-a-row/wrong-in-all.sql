SELECT station, date_diff('month', MIN(month), MAX(month)) + 1 AS n FROM weather_monthly GROUP BY station ORDER BY n DESC, station
