SELECT district, COUNT(*), COUNT(*) FILTER (WHERE district IN (SELECT name FROM councils WHERE is_current)) FROM station_usage GROUP BY district
