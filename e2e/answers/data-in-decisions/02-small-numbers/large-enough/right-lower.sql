select station, round(100.0 * (entries_and_exits - entries_and_exits_2011_12) / entries_and_exits_2011_12, 1) as rise, change_note
from station_usage
where entries_and_exits_2011_12 >= 100000
order by rise desc
limit 5
