SELECT station, entries_and_exits_2011_12, entries_and_exits, ROUND(100.0 * (entries_and_exits - entries_and_exits_2011_12) / entries_and_exits_2011_12) AS rise
FROM station_usage

ORDER BY rise DESC NULLS FIRST
LIMIT 5
