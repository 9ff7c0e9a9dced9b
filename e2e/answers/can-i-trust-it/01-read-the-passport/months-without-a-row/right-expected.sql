SELECT station, expected - found AS lacking FROM (
  SELECT station, date_diff('month', MIN(month), MAX(month)) + 1 AS expected, COUNT(*) AS found FROM weather_monthly GROUP BY station
) AS t ORDER BY lacking DESC, station ASC
