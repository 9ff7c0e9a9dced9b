SELECT station, 100.0 * AVG(rain_mm) FILTER (WHERE year(month) = 2025) / AVG(rain_mm) FILTER (WHERE year(month) BETWEEN 1991 AND 2020) AS p
FROM weather_monthly WHERE month(month) BETWEEN 3 AND 8 GROUP BY station
HAVING COUNT(rain_mm) FILTER (WHERE year(month) = 2025) > 0 AND COUNT(rain_mm) FILTER (WHERE year(month) BETWEEN 1991 AND 2020) > 0
