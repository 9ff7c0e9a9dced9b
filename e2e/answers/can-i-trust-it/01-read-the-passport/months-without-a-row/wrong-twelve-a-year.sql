SELECT station, (year(MAX(month)) - year(MIN(month)) + 1) * 12 - COUNT(*) AS n FROM weather_monthly GROUP BY station ORDER BY n DESC, station
