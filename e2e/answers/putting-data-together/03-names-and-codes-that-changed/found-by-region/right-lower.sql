select region, count(*), count(*) filter (where district in (select name from councils where is_current = true)) from station_usage group by region order by region
