select station, entries_and_exits_2011_12, entries_and_exits, round(100.0 * (entries_and_exits - entries_and_exits_2011_12) / entries_and_exits_2011_12) as rise
from station_usage
where entries_and_exits_2011_12 is not null
order by rise desc
limit 5
