SELECT region, COUNT(*), 100.0 * COUNT(*) FILTER (WHERE district IN (SELECT name FROM councils WHERE is_current)) / COUNT(*) FROM station_usage GROUP BY region
