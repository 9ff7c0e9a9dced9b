SELECT station, ROUND(100.0 * (entries_and_exits - entries_and_exits_2011_12) / entries_and_exits_2011_12, 1) AS rise, change_note
FROM station_usage
WHERE entries_and_exits_2011_12 >= 100000
ORDER BY rise
LIMIT 5
