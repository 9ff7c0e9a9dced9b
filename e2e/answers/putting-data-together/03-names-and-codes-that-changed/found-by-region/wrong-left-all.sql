SELECT s.region, COUNT(*), COUNT(c.code) FROM station_usage s LEFT JOIN councils c ON c.name = s.district GROUP BY s.region
