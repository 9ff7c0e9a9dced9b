SELECT w.month, w.rain_mm, AVG(h.rain_mm) AS usual FROM weather_monthly w
LEFT JOIN weather_monthly h ON h.station = w.station AND month(h.month) = month(w.month) AND year(h.month) BETWEEN 1991 AND 2020
WHERE w.station = 'Sheffield' AND year(w.month) = 2025 GROUP BY w.month, w.rain_mm ORDER BY w.month
