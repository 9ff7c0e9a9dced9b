SELECT s.station, s.district, n.name FROM station_usage s JOIN councils o ON o.name = s.district AND s.county = 'Cumbria' JOIN councils n ON n.code = o.replaced_by
