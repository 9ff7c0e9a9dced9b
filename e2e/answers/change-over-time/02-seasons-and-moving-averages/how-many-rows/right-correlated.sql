SELECT month, rain_mm, (SELECT AVG(x.rain_mm) FROM (SELECT rain_mm FROM weather_monthly e WHERE e.station = 'Sheffield' AND e.month <= w.month ORDER BY e.month DESC LIMIT 12) x) AS a
FROM weather_monthly w WHERE station = 'Sheffield' AND month >= '2024-01-01' ORDER BY month
