SELECT region, COUNT(*), COUNT(*) FILTER (WHERE EXISTS (SELECT 1 FROM councils c WHERE c.name = s.district AND c.is_current)) FROM station_usage s GROUP BY region
