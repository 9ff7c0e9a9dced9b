SELECT station, COUNT(*) AS n FROM weather_monthly GROUP BY station ORDER BY n DESC, station
