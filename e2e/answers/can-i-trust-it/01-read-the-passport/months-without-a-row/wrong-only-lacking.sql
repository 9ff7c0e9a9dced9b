SELECT station, date_diff('month', MIN(month), MAX(month)) + 1 - COUNT(*) AS n FROM weather_monthly GROUP BY station HAVING n > 0 ORDER BY n DESC, station
