SELECT s.station, s.district, new.name FROM station_usage s JOIN councils old ON old.name = s.county JOIN councils new ON new.code = old.replaced_by WHERE s.county = 'Cumbria'
