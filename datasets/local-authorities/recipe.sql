-- Makes councils from mySociety's list of UK local authorities, past and current.
-- The variable "raw" holds the folder with the publisher's file.

CREATE TABLE councils AS
SELECT
  "local-authority-code" AS code,
  "gss-code" AS gss_code,
  trim("nice-name") AS name,
  trim("official-name") AS official_name,
  nation,
  region,
  "local-authority-type-name" AS council_type,
  CAST("start-date" AS DATE) AS started,
  CAST("end-date" AS DATE) AS ended,
  CAST("current-authority" AS BOOLEAN) AS is_current,
  CAST("lower-or-unitary" AS BOOLEAN) AS is_lower_or_unitary,
  "county-la" AS county_code,
  "combined-authority" AS combined_authority_code,
  "replaced-by" AS replaced_by,
  -- The publisher writes whole numbers as 217232.0.
  CAST(CAST("pop-2020" AS DOUBLE) AS BIGINT) AS population_2020,
  CAST(area AS DOUBLE) AS area_km2
FROM read_csv(
  getvariable('raw') || '/uk_local_authorities_current.csv',
  header = true, all_varchar = true, delim = ',', quote = '"', nullstr = ''
);
