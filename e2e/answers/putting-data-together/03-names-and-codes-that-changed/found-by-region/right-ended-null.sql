SELECT region, COUNT(*), COUNT(*) FILTER (WHERE district IN (SELECT name FROM councils WHERE ended IS NULL)) FROM station_usage GROUP BY region
