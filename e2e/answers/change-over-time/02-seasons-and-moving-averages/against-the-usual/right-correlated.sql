SELECT month, rain_mm, (SELECT AVG(h.rain_mm) FROM weather_monthly h WHERE h.station = w.station AND month(h.month) = month(w.month) AND year(h.month) BETWEEN 1991 AND 2020) AS usual
FROM weather_monthly w WHERE station = 'Sheffield' AND year(month) = 2025 ORDER BY month
