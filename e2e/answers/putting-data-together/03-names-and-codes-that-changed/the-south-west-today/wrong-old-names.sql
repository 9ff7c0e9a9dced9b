SELECT o.code, o.name, COUNT(*) FROM station_usage s JOIN councils o ON o.name = s.district WHERE s.region = 'South West' GROUP BY o.code, o.name
