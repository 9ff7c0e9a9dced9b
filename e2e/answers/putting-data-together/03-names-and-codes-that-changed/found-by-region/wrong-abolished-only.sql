SELECT region, COUNT(*), COUNT(*) FILTER (WHERE district IN (SELECT name FROM councils WHERE NOT is_current)) FROM station_usage GROUP BY region
