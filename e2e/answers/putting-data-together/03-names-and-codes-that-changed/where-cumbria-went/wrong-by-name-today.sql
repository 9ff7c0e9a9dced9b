SELECT s.station, s.district, c.name FROM station_usage s JOIN councils c ON c.name = s.district AND c.is_current WHERE s.county = 'Cumbria'
