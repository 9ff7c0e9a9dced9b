SELECT s.region, COUNT(*), COUNT(c.name) FROM station_usage s LEFT JOIN (SELECT DISTINCT name FROM councils WHERE is_current) c ON c.name = s.district GROUP BY s.region
