-- Makes house_prices from the table of median prices that Open Innovations prepared from the workbook of the Office for
-- National Statistics. The variable "raw" holds the folder with the publisher's file.

CREATE TABLE house_prices AS
SELECT
  geography_code AS area_code,
  geography_name AS area,
  -- The first three characters of a code say what kind of place it is.
  CASE left(geography_code, 3)
    WHEN 'K04' THEN 'England and Wales'
    WHEN 'E92' THEN 'Nation'
    WHEN 'W92' THEN 'Nation'
    WHEN 'E12' THEN 'Region'
    WHEN 'E47' THEN 'Combined authority'
    WHEN 'E06' THEN 'Council'
    WHEN 'E07' THEN 'Council'
    WHEN 'E08' THEN 'Council'
    WHEN 'E09' THEN 'Council'
    WHEN 'W06' THEN 'Council'
    ELSE error('An area of an unknown kind: ' || geography_code)
  END AS area_type,
  last_day(CAST(strptime('1 ' || date, '%d %b %Y') AS DATE)) AS year_to,
  CAST(value AS DECIMAL(10, 1)) AS median_price
FROM read_csv(
  getvariable('raw') || '/median_house_prices.csv',
  header = true, all_varchar = true, delim = ',', quote = '"', nullstr = ''
);
