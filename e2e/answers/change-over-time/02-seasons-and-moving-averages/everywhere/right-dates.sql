SELECT station, 100 * AVG(rain_mm) FILTER (WHERE month >= '2025-01-01') / AVG(rain_mm) FILTER (WHERE month >= '1991-01-01' AND month < '2021-01-01') AS p
FROM weather_monthly WHERE month(month) >= 3 AND month(month) < 9 GROUP BY station HAVING p IS NOT NULL
