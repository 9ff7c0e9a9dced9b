WITH numbered AS (SELECT station, year(month) * 12 + month(month) AS m FROM weather_monthly)
SELECT station, MAX(m) - MIN(m) + 1 - COUNT(*) AS lacking FROM numbered GROUP BY station ORDER BY lacking DESC, station
