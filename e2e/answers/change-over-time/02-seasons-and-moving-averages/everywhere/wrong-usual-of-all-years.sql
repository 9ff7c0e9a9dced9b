SELECT station, 100 * AVG(rain_mm) FILTER (WHERE year(month) = 2025) / AVG(rain_mm) AS p FROM weather_monthly WHERE month(month) BETWEEN 3 AND 8 GROUP BY station HAVING p IS NOT NULL
