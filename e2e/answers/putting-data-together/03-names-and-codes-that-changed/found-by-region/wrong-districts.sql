SELECT region, COUNT(*), COUNT(DISTINCT district) FILTER (WHERE district IN (SELECT name FROM councils WHERE is_current)) FROM station_usage GROUP BY region
