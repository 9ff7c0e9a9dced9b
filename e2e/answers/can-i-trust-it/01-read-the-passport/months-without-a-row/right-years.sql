SELECT station, (year(MAX(month)) - year(MIN(month))) * 12 + (month(MAX(month)) - month(MIN(month))) + 1 - COUNT(*) AS lacking
FROM weather_monthly GROUP BY station ORDER BY lacking DESC, station
