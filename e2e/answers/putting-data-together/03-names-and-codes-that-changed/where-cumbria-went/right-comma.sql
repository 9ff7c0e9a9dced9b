SELECT s.station, s.district, n.name FROM station_usage s, councils o, councils n WHERE o.name = s.district AND n.code = o.replaced_by AND s.county = 'Cumbria'
