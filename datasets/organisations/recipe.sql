-- Makes organisations, organisation_parents and organisations_api from the answers of the GOV.UK organisations API, as
-- saved in April 2017, one JSON object a line. The variable "raw" holds the folder with the publisher's file.

CREATE TEMP TABLE answers AS
SELECT line AS answer, CAST(line AS JSON) AS organisation
FROM (
  SELECT unnest(string_split(content, chr(10))) AS line
  FROM read_text(getvariable('raw') || '/**/*.jsonl')
)
WHERE line <> '';

CREATE TEMP MACRO tidy_words(value) AS nullif(trim(regexp_replace(value, '\s+', ' ', 'g')), '');

CREATE TABLE organisations_api AS
SELECT organisation ->> '$.details.slug' AS slug, answer
FROM answers;

-- A parent is named by its address, which ends in its slug.
CREATE TABLE organisation_parents AS
SELECT
  organisation ->> '$.details.slug' AS slug,
  regexp_extract(unnest(organisation ->> '$.parent_organisations[*].id'), '[^/]+$') AS parent_slug
FROM answers;

CREATE TABLE organisations AS
SELECT
  organisation ->> '$.details.slug' AS slug,
  tidy_words(organisation ->> '$.title') AS organisation,
  tidy_words(organisation ->> '$.details.abbreviation') AS abbreviation,
  organisation ->> '$.format' AS organisation_type,
  organisation ->> '$.details.govuk_status' AS status,
  -- Midnight in London: the day stands in the first ten characters.
  CAST(left(organisation ->> '$.details.closed_at', 10) AS DATE) AS closed,
  organisation ->> '$.analytics_identifier' AS register_code,
  CAST(json_array_length(organisation -> '$.parent_organisations') AS INTEGER) AS parents,
  CAST(json_array_length(organisation -> '$.child_organisations') AS INTEGER) AS children,
  CAST(left(organisation ->> '$.updated_at', 10) AS DATE) AS updated,
  organisation ->> '$.web_url' AS web_page
FROM answers;
