SELECT station, len(generate_series(MIN(month), MAX(month), INTERVAL 1 MONTH)) - COUNT(*) AS lacking FROM weather_monthly GROUP BY station ORDER BY lacking DESC, station
