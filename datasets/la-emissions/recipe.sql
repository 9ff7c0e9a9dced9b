-- Makes emissions and emission_areas from mySociety's file of council emissions.
-- The variable "raw" holds the folder with the publisher's file.

CREATE TEMP TABLE raw_emissions AS
SELECT *
FROM read_csv(
  getvariable('raw') || '/local_authority_emissions.csv',
  header = true, all_varchar = true, delim = ',', quote = '"', nullstr = ''
);

-- Seven of the publisher's totals become rows; a tonne is the smallest step that the decimals can mean.
CREATE TABLE emissions AS
WITH sectors AS (
  FROM raw_emissions
  UNPIVOT (kilotonnes FOR heading IN (
    "Industry Total:kt CO2", "Commercial Total:kt CO2", "Public Sector Total:kt CO2", "Domestic Total:kt CO2",
    "Transport Total:kt CO2", "Agriculture Total:kt CO2", "Waste Management Total:kt CO2"
  ))
)
SELECT
  "local-authority-code" AS council_code,
  CAST("Year" AS INTEGER) AS year,
  replace(replace(heading, ' Total:kt CO2', ''), 'Public Sector', 'Public sector')
    .replace('Waste Management', 'Waste management') AS sector,
  CAST(CAST(kilotonnes AS DOUBLE) AS DECIMAL(12, 3)) AS co2_kt
FROM sectors;

CREATE TABLE emission_areas AS
SELECT
  "local-authority-code" AS council_code,
  CAST("Year" AS INTEGER) AS year,
  -- The publisher counts in thousands.
  CAST(round(CAST("Population:000s" AS DOUBLE) * 1000) AS BIGINT) AS population,
  CAST(CAST("Area:km2" AS DOUBLE) AS DECIMAL(9, 2)) AS area_km2
FROM raw_emissions;
