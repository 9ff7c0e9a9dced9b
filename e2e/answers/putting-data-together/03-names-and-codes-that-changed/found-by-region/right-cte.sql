WITH today AS (SELECT name FROM councils WHERE is_current) SELECT region, COUNT(station), COUNT(station) FILTER (WHERE district IN (SELECT name FROM today)) FROM station_usage GROUP BY region
