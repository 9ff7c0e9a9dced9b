SELECT s.region, COUNT(*), COUNT(*) FROM station_usage s JOIN councils c ON c.name = s.district AND c.is_current GROUP BY s.region
