SELECT region, COUNT(*), COUNT(*) FILTER (WHERE district IN (SELECT official_name FROM councils WHERE is_current)) FROM station_usage GROUP BY region
