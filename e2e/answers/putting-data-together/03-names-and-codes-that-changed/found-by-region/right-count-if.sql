SELECT region, COUNT(*), COUNT_IF(district IN (SELECT name FROM councils WHERE is_current)) FROM station_usage GROUP BY ALL
