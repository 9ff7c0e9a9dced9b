-- Makes deprivation_councils from the English Indices of Deprivation 2025 by council, and deprivation_areas from
-- mySociety's composite of the four nations' indices together with its lookup of small areas to councils.
-- The variable "raw" holds the folder with the publishers' files.

CREATE TABLE deprivation_councils AS
SELECT
  area_code AS gss_code,
  area_name AS council,
  index_domain AS domain,
  -- The file keeps binary noise such as 0.9870000000000002; no value has more than these digits.
  CAST(average_score AS DECIMAL(6, 3)) AS average_score,
  CAST(rank_average_score AS INTEGER) AS average_score_place,
  CAST(average_rank AS DECIMAL(8, 2)) AS average_rank,
  CAST(rank_average_rank AS INTEGER) AS average_rank_place,
  CAST(proportion_bottom_decile AS DECIMAL(5, 4)) AS most_deprived_share,
  CAST(rank_proportion_bottom_decile AS INTEGER) AS most_deprived_share_place
FROM read_csv(getvariable('raw') || '/indices_of_deprivation_2025_lad.csv', header = true, delim = ',', quote = '"');

CREATE TABLE deprivation_areas AS
SELECT
  lsoa AS area_code,
  CASE nation WHEN 'E' THEN 'England' WHEN 'N' THEN 'Northern Ireland' WHEN 'S' THEN 'Scotland' WHEN 'W' THEN 'Wales' END
    AS nation,
  "local-authority-code" AS council_code,
  CAST(overall_local_score AS DECIMAL(6, 3)) AS national_score,
  CAST(original_decile AS INTEGER) AS national_decile,
  CAST(income_score AS DECIMAL(4, 1)) AS income_percent,
  CAST(employment_score AS DECIMAL(4, 1)) AS employment_percent,
  CAST("UK_IMD_E_score" AS DECIMAL(6, 3)) AS uk_score,
  CAST("UK_IMD_E_rank" AS DECIMAL(6, 1)) AS uk_rank,
  CAST("UK_IMD_E_pop_decile" AS INTEGER) AS uk_decile
FROM read_csv(getvariable('raw') || '/UK_IMD_E.csv', header = true, delim = ',', quote = '"') AS areas
LEFT JOIN read_csv(getvariable('raw') || '/lookup_lsoa_to_registry.csv', header = true, delim = ',', quote = '"') AS lookup
  USING (lsoa);
