SELECT code, name, SUM(n) FROM (
SELECT c.code, c.name, COUNT(*) n FROM station_usage s JOIN councils c ON c.name = s.district WHERE s.region = 'South West' AND c.is_current GROUP BY 1, 2
UNION ALL
SELECT n.code, n.name, COUNT(*) FROM station_usage s JOIN councils o ON o.name = s.district JOIN councils n ON n.code = o.replaced_by WHERE s.region = 'South West' AND n.is_current GROUP BY 1, 2) GROUP BY code, name
