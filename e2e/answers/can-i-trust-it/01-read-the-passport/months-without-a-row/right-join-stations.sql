SELECT s.station, date_diff('month', MIN(m.month), MAX(m.month)) + 1 - COUNT(*) AS lacking
FROM weather_stations AS s JOIN weather_monthly AS m USING (station) GROUP BY s.station ORDER BY lacking DESC, s.station
