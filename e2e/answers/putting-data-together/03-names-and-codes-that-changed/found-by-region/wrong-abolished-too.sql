SELECT region, COUNT(*), COUNT(*) FILTER (WHERE district IN (SELECT name FROM councils)) FROM station_usage GROUP BY region
