SELECT s.station, 100 * AVG(rain_mm) FILTER (WHERE year(month) = 2025) / AVG(rain_mm) FILTER (WHERE year(month) BETWEEN 1991 AND 2020) AS p
FROM weather_stations s JOIN weather_monthly w ON w.station = s.station WHERE month(month) BETWEEN 3 AND 8 GROUP BY s.station HAVING p IS NOT NULL
