-- Makes ae_monthly from NHS England's twelve monthly A&E files and the mapping of providers to integrated care boards.
-- The variable "raw" holds the folder with the publisher's files.

-- Columns are named by position: the files repeat the same headings for three blocks of figures.
CREATE TEMP TABLE raw_months AS
SELECT *
FROM read_csv(
  getvariable('raw') || '/*-AE.csv',
  header = false, skip = 1, all_varchar = true, delim = ',', quote = '"', filename = true,
  names = [
    'code', 'region', 'provider',
    'attended_1', 'attended_2', 'attended_3', 'attended',
    'within_1', 'within_2', 'within_3', 'within_all',
    'over_1', 'over_2', 'over_3', 'over_all',
    'percent_all', 'percent_1', 'percent_2', 'percent_3',
    'admitted_1', 'admitted_2', 'admitted_3', 'admitted_via_ae', 'admitted_otherwise', 'admitted',
    'waited_4', 'waited_12'
  ]
);

CREATE TEMP MACRO whole_number(value) AS CAST(nullif(replace(trim(value), ',', ''), '-') AS BIGINT);

CREATE TEMP MACRO small_words(name) AS
  name.replace(' And ', ' and ').replace(' The ', ' the ').replace(' Of ', ' of ').replace('-On-', '-on-');

-- One provider stands twice in the mapping with the same board.
CREATE TEMP TABLE boards AS
SELECT DISTINCT
  "Code" AS code,
  "ICB Code" AS icb_code,
  small_words("ICB Name") AS icb
FROM read_csv(getvariable('raw') || '/System-Mapping.csv', header = true, all_varchar = true, delim = ',', quote = '"');

CREATE TEMP TABLE dated AS
SELECT
  * REPLACE (trim(code) AS code, trim(provider) AS provider),
  CAST(strptime('1 ' || regexp_extract(filename, '([A-Z][a-z]+-[0-9]{4})-AE\.csv$', 1), '%d %B-%Y') AS DATE) AS month
FROM raw_months;

-- April's file has "0" where other months have "-", so every provider gets the name of its latest month.
CREATE TEMP TABLE names AS
SELECT code, arg_max(provider, month) AS provider
FROM dated
GROUP BY code;

CREATE TABLE ae_monthly AS
SELECT
  month,
  code AS provider_code,
  names.provider,
  small_words(replace(trim(region), 'NHS England ', '')) AS region,
  icb_code,
  icb,
  whole_number(attended_1) AS attendances_type_1,
  whole_number(attended_2) AS attendances_type_2,
  whole_number(attended_3) AS attendances_type_3,
  whole_number(attended) AS attendances,
  whole_number(within_all) AS within_4_hours,
  whole_number(over_all) AS over_4_hours,
  whole_number(within_1) AS within_4_hours_type_1,
  whole_number(over_1) AS over_4_hours_type_1,
  whole_number(admitted) AS admissions,
  whole_number(admitted_via_ae) AS admissions_via_ae,
  whole_number(waited_4) AS waits_over_4_hours,
  whole_number(waited_12) AS waits_over_12_hours
FROM dated
JOIN names USING (code)
LEFT JOIN boards USING (code);
