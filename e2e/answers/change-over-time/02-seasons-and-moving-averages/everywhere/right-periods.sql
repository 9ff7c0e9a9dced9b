WITH p AS (SELECT station, CASE WHEN year(month) = 2025 THEN 'now' WHEN year(month) BETWEEN 1991 AND 2020 THEN 'usual' END AS time, rain_mm FROM weather_monthly WHERE month(month) BETWEEN 3 AND 8),
g AS (SELECT station, time, AVG(rain_mm) AS mean FROM p WHERE time IS NOT NULL AND rain_mm IS NOT NULL GROUP BY ALL)
SELECT a.station, a.mean / b.mean * 100 FROM g a JOIN g b ON a.station = b.station AND a.time = 'now' AND b.time = 'usual'
