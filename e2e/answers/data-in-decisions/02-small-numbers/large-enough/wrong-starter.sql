SELECT station, ROUND(100.0 * (entries_and_exits - entries_and_exits_2011_12) / entries_and_exits_2011_12, 1) AS rise, change_note
FROM station_usage
WHERE entries_and_exits >= 100000 AND entries_and_exits_2011_12 IS NOT NULL
ORDER BY rise DESC
LIMIT 5
