-- Makes weather_stations and weather_monthly from the text files of the Met Office, one a station.
-- The variable "raw" holds the folder with the publisher's files.

CREATE TEMP TABLE lines AS
WITH files AS (
  SELECT
    filename,
    unnest(string_split(replace(content, chr(13), ''), chr(10))) AS line,
    generate_subscripts(string_split(replace(content, chr(13), ''), chr(10)), 1) AS line_number
  FROM read_text(getvariable('raw') || '/**/*data.txt')
)
SELECT
  filename,
  line_number,
  line,
  -- "Lowestoft / Lowestoft Monckton Ave from Sept 2007" and "Nairn   there is a site change in 1998" are one name each.
  regexp_replace(first(line) OVER (PARTITION BY filename ORDER BY line_number), '( Coastguard)?( /|   | \().*$', '')
    .replace('-On-', '-on-') AS station
FROM files;

-- Year, month and up to five values, each with its marks, and words at the end.
CREATE TEMP TABLE records AS
SELECT
  *,
  regexp_extract(
    line,
    '^\s*([0-9]{4})\s+([0-9]{1,2})' || repeat('\s+(-?[0-9.]+|---)([*#$]*)', 4)
      || '(?:\s+(-?[0-9.]+|---) *([*#$]*))?\s*(.*)$',
    ['year', 'month', 'tmax', 'tmax_mark', 'tmin', 'tmin_mark', 'frost', 'frost_mark', 'rain', 'rain_mark', 'sun', 'sun_mark', 'words']
  ) AS parts
FROM lines
WHERE regexp_matches(line, '^\s*[0-9]{4}\s');

-- A line that the pattern does not know must stop the recipe, not vanish.
CREATE TEMP TABLE checked AS
SELECT *
FROM records
WHERE CASE
  WHEN parts.year = '' OR parts.words NOT IN ('', 'Provisional', 'all data from Whitby', 'Change to Monckton Ave', '||')
    THEN error(station || ', line ' || line_number || ': ' || line)
  ELSE true
END;

CREATE TEMP MACRO measured(value) AS nullif(nullif(value, '---'), '');

CREATE TABLE weather_monthly AS
SELECT
  station,
  make_date(CAST(parts.year AS INTEGER), CAST(parts.month AS INTEGER), 1) AS month,
  CAST(measured(parts.tmax) AS DECIMAL(4, 1)) AS tmax_c,
  CAST(measured(parts.tmin) AS DECIMAL(4, 1)) AS tmin_c,
  CAST(measured(parts.frost) AS INTEGER) AS frost_days,
  CAST(measured(parts.rain) AS DECIMAL(6, 1)) AS rain_mm,
  CAST(measured(parts.sun) AS DECIMAL(5, 1)) AS sun_hours,
  -- A mark beside a missing value marks nothing.
  contains(parts.tmax_mark, '*') AND measured(parts.tmax) IS NOT NULL AS tmax_estimated,
  contains(parts.tmin_mark, '*') AND measured(parts.tmin) IS NOT NULL AS tmin_estimated,
  contains(parts.frost_mark, '*') AND measured(parts.frost) IS NOT NULL AS frost_days_estimated,
  contains(parts.rain_mark, '*') AND measured(parts.rain) IS NOT NULL AS rain_estimated,
  contains(parts.sun_mark, '*') AND measured(parts.sun) IS NOT NULL AS sun_estimated,
  contains(parts.sun_mark, '#') AND measured(parts.sun) IS NOT NULL AS sun_automatic,
  parts.words = 'Provisional' AS provisional
FROM checked;

-- The site with latitude and longitude is the latest one; former sites have a grid reference alone.
CREATE TEMP TABLE sites AS
SELECT station, regexp_extract(line, 'Lat ([0-9.]+) Lon ?(-?[0-9.]+),? +([0-9]+) ?m', ['latitude', 'longitude', 'height']) AS site
FROM lines
WHERE line LIKE '%Lat %Lon %';

CREATE TEMP TABLE closures AS
SELECT DISTINCT station FROM lines WHERE regexp_matches(line, '^\s*Site [Cc]losed');

CREATE TEMP TABLE moves AS
SELECT station FROM lines WHERE regexp_matches(line, '[0-9]+E [0-9]+N') GROUP BY station HAVING count(*) > 1;

CREATE TABLE weather_stations AS
SELECT
  station,
  CAST(site.latitude AS DECIMAL(6, 3)) AS latitude,
  CAST(site.longitude AS DECIMAL(6, 3)) AS longitude,
  CAST(site.height AS INTEGER) AS height_m,
  min(month) AS first_month,
  max(month) AS last_month,
  station IN (FROM closures) AS is_closed,
  station IN (FROM moves) AS has_moved
FROM sites
JOIN weather_monthly USING (station)
GROUP BY ALL;
