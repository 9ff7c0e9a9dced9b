SELECT station, date_sub('month', MIN(month), MAX(month)) + 1 - COUNT(*) AS lacking FROM weather_monthly GROUP BY ALL ORDER BY lacking DESC, station
