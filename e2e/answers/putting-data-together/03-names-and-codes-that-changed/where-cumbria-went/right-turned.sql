SELECT s.station, s.district, n.name FROM councils n JOIN councils o ON o.replaced_by = n.code JOIN station_usage s ON s.district = o.name WHERE s.county = 'Cumbria'
