select station, district, n.name from station_usage join councils o on o.name = district join councils n on n.code = o.replaced_by where county = 'Cumbria'
