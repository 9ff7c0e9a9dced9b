SELECT station, date_diff('month', MIN(month), DATE '2025-09-01') + 1 - COUNT(*) AS n FROM weather_monthly GROUP BY station ORDER BY n DESC, station
