SELECT new.code, new.name, COUNT(*) AS stations
FROM station_usage AS s
JOIN councils AS old ON old.name = s.district
JOIN councils AS new ON new.code = COALESCE(old.replaced_by, old.code)
WHERE s.region = 'South West' AND new.is_current
GROUP BY new.code, new.name
