with usual as (select month(month) as n, avg(rain_mm) as usual from weather_monthly where station = 'Sheffield' and month >= '1991-01-01' and month <= '2020-12-31' group by 1)
select w.month, w.rain_mm, u.usual from weather_monthly as w left join usual as u on u.n = month(w.month) where w.station = 'Sheffield' and w.month >= '2025-01-01' and w.month < '2026-01-01' order by 1
