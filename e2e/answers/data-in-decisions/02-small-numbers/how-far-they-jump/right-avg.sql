SELECT CASE WHEN entries_and_exits_2011_12 < 10000 THEN 'under 10,000' WHEN entries_and_exits_2011_12 < 100000 THEN '10,000 to 99,999' ELSE '100,000 or more' END AS size, COUNT(*) AS stations, ROUND(100 * AVG(CASE WHEN ABS(100.0 * (entries_and_exits - entries_and_exits_2011_12) / entries_and_exits_2011_12) >= 20 THEN 1.0 ELSE 0 END), 1) AS jumped
FROM station_usage
WHERE entries_and_exits_2011_12 IS NOT NULL
GROUP BY size
