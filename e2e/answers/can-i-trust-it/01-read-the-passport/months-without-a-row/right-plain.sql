select station, date_diff('month', min(month), max(month)) + 1 - count(*) as n from weather_monthly group by station order by n desc, station
