SELECT station, 100 * in_2025 / usual AS p FROM (
SELECT station, AVG(rain_mm) FILTER (WHERE year(month) = 2025) AS in_2025, AVG(rain_mm) FILTER (WHERE year(month) BETWEEN 1991 AND 2020) AS usual
FROM weather_monthly WHERE month(month) BETWEEN 3 AND 8 GROUP BY station) WHERE in_2025 IS NOT NULL AND usual IS NOT NULL ORDER BY station
