select station, avg(case when year(month) = 2025 then rain_mm end) / avg(case when year(month) >= 1991 and year(month) <= 2020 then rain_mm end) * 100 as pct
from weather_monthly where month(month) in (3,4,5,6,7,8) group by station having pct is not null
