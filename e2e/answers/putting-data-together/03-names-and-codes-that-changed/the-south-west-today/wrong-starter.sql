SELECT new.code, new.name, COUNT(*) AS stations
FROM station_usage AS s
JOIN councils AS old ON old.name = s.district
JOIN councils AS new ON new.code = old.replaced_by
WHERE s.region = 'South West'
GROUP BY new.code, new.name
