SELECT region, COUNT(*), COUNT(*) FILTER (WHERE district NOT IN (SELECT name FROM councils WHERE is_current)) FROM station_usage GROUP BY region
