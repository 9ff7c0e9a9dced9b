WITH steps AS (SELECT station, date_diff('month', LAG(month) OVER (PARTITION BY station ORDER BY month), month) - 1 AS gap FROM weather_monthly)
SELECT station, COALESCE(SUM(gap), 0) AS lacking FROM steps GROUP BY station ORDER BY lacking DESC, station
