WITH ends AS (SELECT station, MIN(month) AS first, MAX(month) AS last, COUNT(*) AS n FROM weather_monthly GROUP BY station)
SELECT station, date_diff('month', first, last) + 1 - n AS lacking FROM ends ORDER BY lacking DESC, station
