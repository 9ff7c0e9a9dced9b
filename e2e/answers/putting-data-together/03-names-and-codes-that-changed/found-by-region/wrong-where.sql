SELECT region, COUNT(*), COUNT(*) FROM station_usage WHERE district IN (SELECT name FROM councils WHERE is_current) GROUP BY region
