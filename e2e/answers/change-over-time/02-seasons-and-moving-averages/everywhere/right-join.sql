WITH usual AS (SELECT station, AVG(rain_mm) AS u FROM weather_monthly WHERE month(month) BETWEEN 3 AND 8 AND year(month) BETWEEN 1991 AND 2020 GROUP BY station),
now AS (SELECT station, AVG(rain_mm) AS r FROM weather_monthly WHERE month(month) BETWEEN 3 AND 8 AND year(month) = 2025 GROUP BY station)
SELECT station, 100 * r / u FROM now JOIN usual USING (station) WHERE r IS NOT NULL AND u IS NOT NULL
