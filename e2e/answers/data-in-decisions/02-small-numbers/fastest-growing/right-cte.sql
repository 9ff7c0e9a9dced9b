WITH s AS (SELECT station, entries_and_exits_2011_12, entries_and_exits, 100.0 * (entries_and_exits - entries_and_exits_2011_12) / entries_and_exits_2011_12 AS pct FROM station_usage WHERE entries_and_exits_2011_12 IS NOT NULL)
SELECT station, entries_and_exits_2011_12, entries_and_exits, ROUND(pct) FROM s ORDER BY pct DESC LIMIT 5
