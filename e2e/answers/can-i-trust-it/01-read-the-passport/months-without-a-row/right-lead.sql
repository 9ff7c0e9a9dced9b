SELECT station, SUM(COALESCE(gap, 0)) AS lacking FROM (
  SELECT station, date_diff('month', month, LEAD(month) OVER (PARTITION BY station ORDER BY month)) - 1 AS gap FROM weather_monthly
) AS g GROUP BY station ORDER BY lacking DESC, station
