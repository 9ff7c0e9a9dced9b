SELECT station, COUNT(*) FILTER (WHERE tmax_c IS NULL) AS n FROM weather_monthly GROUP BY station ORDER BY n DESC, station
