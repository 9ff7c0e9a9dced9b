SELECT station, 100 * AVG(rain_mm) FILTER (WHERE year(month) = 2025) / AVG(rain_mm) FILTER (WHERE year(month) BETWEEN 1991 AND 2020) AS p
FROM weather_monthly WHERE month(month) BETWEEN 3 AND 8 AND rain_mm IS NOT NULL GROUP BY station HAVING p IS NOT NULL ORDER BY 2
