SELECT s.station, s.district, new.code FROM station_usage s JOIN councils old ON old.name = s.district JOIN councils new ON new.code = old.replaced_by WHERE s.county = 'Cumbria'
