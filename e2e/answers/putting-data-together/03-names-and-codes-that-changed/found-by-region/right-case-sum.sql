SELECT region, COUNT(*), SUM(CASE WHEN district IN (SELECT name FROM councils WHERE is_current) THEN 1 ELSE 0 END) FROM station_usage GROUP BY 1
