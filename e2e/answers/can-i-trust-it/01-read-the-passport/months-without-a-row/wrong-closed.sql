SELECT station, date_diff('month', MIN(month), MAX(month)) + 1 - COUNT(*) AS n FROM weather_monthly JOIN weather_stations USING (station) WHERE NOT is_closed GROUP BY station ORDER BY n DESC, station
