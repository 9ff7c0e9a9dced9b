WITH steps AS (SELECT station, date_diff('month', LAG(month) OVER (PARTITION BY station ORDER BY month), month) AS gap FROM weather_monthly)
SELECT station, COUNT(*) FILTER (WHERE gap > 1) AS n FROM steps GROUP BY station ORDER BY n DESC, station
