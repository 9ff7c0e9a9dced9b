SELECT s.station, old.name, new.name FROM station_usage AS s JOIN councils AS old ON old.name = s.district JOIN councils AS new ON new.code = old.replaced_by WHERE s.county = 'Cumbria'
