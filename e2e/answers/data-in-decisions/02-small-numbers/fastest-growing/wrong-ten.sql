SELECT station, entries_and_exits_2011_12, entries_and_exits, ROUND(100.0 * (entries_and_exits - entries_and_exits_2011_12) / entries_and_exits_2011_12) AS rise
FROM station_usage
WHERE entries_and_exits_2011_12 IS NOT NULL
ORDER BY rise DESC
LIMIT 10
