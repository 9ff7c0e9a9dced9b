SELECT n.code, n.name, COUNT(*) FROM station_usage s JOIN councils n ON n.name = s.district WHERE s.region = 'South West' AND n.is_current GROUP BY n.code, n.name
