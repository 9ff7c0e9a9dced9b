-- Makes station_usage from the estimates of the Office of Rail Regulation for 2012-13.
-- The variable "raw" holds the folder with the publisher's file.

-- Columns are named by position: one heading has a line break in it, and the last has no name.
CREATE TEMP TABLE raw_stations AS
SELECT *
FROM read_csv(
  getvariable('raw') || '/ORR-station-usage-2012-13.csv',
  header = true, all_varchar = true, delim = ',', quote = '"', nullstr = '',
  names = [
    'nlc', 'tlc', 'station', 'region', 'county', 'district', 'nuts2_code', 'nuts2', 'owner', 'station_group', 'pte',
    'travelcard', 'entries_full', 'entries_reduced', 'entries_season', 'entries', 'exits_full', 'exits_reduced',
    'exits_season', 'exits', 'both_2012_13', 'both_2011_12', 'interchanges', 'large_flag', 'small_flag', 'change',
    'sources', 'unnamed'
  ]
)
WHERE nlc IS NOT NULL;

-- " 282,907 " is a number, " -   " is none, and a blank is a gap.
CREATE TEMP MACRO whole_number(value) AS
  CAST(nullif(nullif(replace(trim(value), ',', ''), '-'), '') AS BIGINT);

-- Every word starts with a capital, also "Of" and "Upon".
CREATE TEMP MACRO small_words(name) AS
  trim(name).replace(' And ', ' and ').replace(' & ', ' and ').replace(' The ', ' the ').replace(' Of ', ' of ')
    .replace(' With ', ' with ').replace(' Upon ', ' upon ').replace(' On ', ' on ').replace(' In ', ' in ')
    .replace('-Upon-', '-upon-').replace('-On-', '-on-').replace('-In-', '-in-').replace('-Under-', '-under-')
    .replace('-Le-', '-le-').replace('-The-', '-the-');

-- Welsh places have two names, "Caerphilly - Caerffili", and some cities are turned round, "Bristol City Of".
CREATE TEMP MACRO place_name(name) AS
  small_words(regexp_replace(trim(name), ' - .*$', ''))
    .regexp_replace('^(Bristol|Edinburgh) City Of$', 'City of \1')
    .regexp_replace(' (City|County) Of$', '')
    .replace('St. ', 'St ');

CREATE TABLE station_usage AS
SELECT
  tlc AS station_code,
  CAST(nlc AS INTEGER) AS location_number,
  small_words(station).replace(' and ', ' & ') AS station,
  CASE place_name(region)
    WHEN 'East' THEN 'East of England'
    WHEN 'Yorkshire and the Humber' THEN 'Yorkshire and The Humber'
    ELSE place_name(region)
  END AS region,
  place_name(county) AS county,
  place_name(district) AS district,
  replace(trim(owner), 'First Scotrail', 'First ScotRail') AS operator,
  station_group,
  pte AS urban_area,
  travelcard IS NOT NULL AS in_london_travelcard_area,
  -- One station has minus one, which cannot be.
  nullif(whole_number(entries_full), -1) AS entries_full,
  whole_number(entries_reduced) AS entries_reduced,
  whole_number(entries_season) AS entries_season,
  whole_number(entries) AS entries,
  whole_number(exits) AS exits,
  whole_number(both_2012_13) AS entries_and_exits,
  whole_number(both_2011_12) AS entries_and_exits_2011_12,
  whole_number(interchanges) AS interchanges,
  -- A zero stands for no explanation.
  nullif(regexp_replace(trim(change), '\s+', ' ', 'g'), '0') AS change_note
FROM raw_stations;
