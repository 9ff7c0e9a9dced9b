SELECT s.station, s.district, old.replaced_by
FROM station_usage AS s
JOIN councils AS old ON old.name = s.district
WHERE s.county = 'Cumbria'
