SELECT region, COUNT(*) AS stations, COUNT(*) FILTER (WHERE district IN (SELECT name FROM councils WHERE is_current)) AS found
FROM station_usage
GROUP BY region
