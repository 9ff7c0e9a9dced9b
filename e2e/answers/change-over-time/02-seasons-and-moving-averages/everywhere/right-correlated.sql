WITH now AS (SELECT station, AVG(rain_mm) AS r FROM weather_monthly WHERE month BETWEEN '2025-03-01' AND '2025-08-31' GROUP BY station HAVING AVG(rain_mm) IS NOT NULL)
SELECT station, 100 * r / (SELECT AVG(rain_mm) FROM weather_monthly w WHERE w.station = now.station AND month(month) BETWEEN 3 AND 8 AND year(month) BETWEEN 1991 AND 2020) AS p
FROM now WHERE p IS NOT NULL
