SELECT s.station, s.district, old.name FROM station_usage s JOIN councils old ON old.name = s.district WHERE s.county = 'Cumbria'
