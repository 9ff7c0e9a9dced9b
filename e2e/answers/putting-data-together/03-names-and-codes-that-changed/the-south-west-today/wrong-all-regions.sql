SELECT n.code, n.name, COUNT(*) FROM station_usage s JOIN councils o ON o.name = s.district JOIN councils n ON n.code = COALESCE(o.replaced_by, o.code) WHERE n.is_current GROUP BY n.code, n.name
