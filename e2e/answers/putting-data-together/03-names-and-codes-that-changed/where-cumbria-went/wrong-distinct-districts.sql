SELECT DISTINCT s.district, s.county, new.name FROM station_usage s JOIN councils old ON old.name = s.district JOIN councils new ON new.code = old.replaced_by WHERE s.county = 'Cumbria'
