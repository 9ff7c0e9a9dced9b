WITH usual AS (SELECT extract(month FROM month) AS n, AVG(rain_mm) AS usual FROM weather_monthly WHERE station = 'Sheffield' AND extract(year FROM month) BETWEEN 1991 AND 2020 GROUP BY 1)
SELECT w.month, w.rain_mm, u.usual FROM weather_monthly w LEFT JOIN usual u ON u.n = extract(month FROM w.month) WHERE w.station = 'Sheffield' AND extract(year FROM w.month) = 2025 ORDER BY w.month
