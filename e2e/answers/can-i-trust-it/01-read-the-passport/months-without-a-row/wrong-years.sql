SELECT station, year(MAX(month)) - year(MIN(month)) + 1 - COUNT(DISTINCT year(month)) AS n FROM weather_monthly GROUP BY station ORDER BY n DESC, station
