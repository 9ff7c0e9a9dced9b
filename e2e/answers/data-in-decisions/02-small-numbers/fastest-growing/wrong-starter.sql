SELECT station, entries_and_exits_2011_12, entries_and_exits FROM station_usage ORDER BY entries_and_exits - entries_and_exits_2011_12 DESC LIMIT 5
