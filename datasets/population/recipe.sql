-- Makes population from the table of mid-year estimates that Open Innovations prepared from Nomis, the labour market
-- service of the Office for National Statistics. The variable "raw" holds the folder with the publisher's file.

CREATE TABLE population AS
SELECT
  geography_code AS area_code,
  tidy_text(geography_name) AS area,
  -- The first three characters of a code say what kind of place it is.
  CASE left(geography_code, 3)
    WHEN 'E92' THEN 'Nation'
    WHEN 'W92' THEN 'Nation'
    WHEN 'S92' THEN 'Nation'
    WHEN 'N92' THEN 'Nation'
    WHEN 'E12' THEN 'Region'
    WHEN 'E47' THEN 'Combined authority'
    WHEN 'E10' THEN 'County council'
    WHEN 'E11' THEN 'Metropolitan county'
    WHEN 'E13' THEN 'Part of London'
    WHEN 'E06' THEN 'Council'
    WHEN 'E07' THEN 'Council'
    WHEN 'E08' THEN 'Council'
    WHEN 'E09' THEN 'Council'
    WHEN 'W06' THEN 'Council'
    WHEN 'S12' THEN 'Council'
    WHEN 'N09' THEN 'Council'
    ELSE error('An area of an unknown kind: ' || geography_code)
  END AS area_type,
  CASE left(geography_code, 1)
    WHEN 'E' THEN 'England'
    WHEN 'W' THEN 'Wales'
    WHEN 'S' THEN 'Scotland'
    WHEN 'N' THEN 'Northern Ireland'
  END AS nation,
  CAST(date AS INTEGER) AS year,
  -- People are written with a decimal point, such as 92102.0; a fraction would be a fault of the file.
  CASE
    WHEN CAST(value AS DOUBLE) = round(CAST(value AS DOUBLE)) THEN CAST(CAST(value AS DOUBLE) AS INTEGER)
    WHEN value IS NOT NULL THEN error('A part of a person: ' || value)
  END AS people
FROM read_csv(
  getvariable('raw') || '/all_ages.csv',
  header = true, all_varchar = true, delim = ',', quote = '"', nullstr = ''
)
WHERE CASE WHEN Measure = 'population' THEN true ELSE error('Another measure: ' || Measure) END;
