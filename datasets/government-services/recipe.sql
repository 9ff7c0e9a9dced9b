-- Makes services and service_periods from the Transactions Explorer's search index of August 2013.
-- The variable "raw" holds the folder with the publisher's file.

CREATE TEMP TABLE raw_services AS
SELECT *
FROM read_json(getvariable('raw') || '/services-2013-08.json', columns = {
  'Name of service': 'VARCHAR',
  'Department': 'VARCHAR',
  'Department Abbreviation': 'VARCHAR',
  'Body/Agency': 'VARCHAR',
  'Agency Abbreviation': 'VARCHAR',
  'Service Type': 'VARCHAR',
  'Customer type': 'VARCHAR',
  'Business model': 'VARCHAR',
  '2012 Q4: volume': 'VARCHAR',
  '2012 Q4: digital volume': 'VARCHAR',
  '2012 Q4: cost per transaction': 'VARCHAR',
  '2013 Q1: volume': 'VARCHAR',
  '2013 Q1: digital volume': 'VARCHAR',
  '2013 Q1: cost per transaction': 'VARCHAR',
  '2013 Q2: volume': 'VARCHAR',
  '2013 Q2: digital volume': 'VARCHAR',
  '2013 Q2: cost per transaction': 'VARCHAR'
});

CREATE TABLE services AS
SELECT
  tidy_text("Name of service") AS service,
  tidy_text("Department") AS department,
  tidy_text("Department Abbreviation") AS department_abbreviation,
  tidy_text("Body/Agency") AS agency,
  tidy_text("Agency Abbreviation") AS agency_abbreviation,
  tidy_text("Service Type") AS service_type,
  tidy_text("Customer type") AS customer_type,
  tidy_text("Business model") AS business_model,
  CAST("2012 Q4: volume" AS BIGINT) AS transactions,
  CAST("2012 Q4: digital volume" AS BIGINT) AS digital_transactions,
  CAST("2012 Q4: cost per transaction" AS DECIMAL(12, 2)) AS cost_per_transaction
FROM raw_services;

-- Nine columns become three rows a service, and a row without any figure is left out.
CREATE TABLE service_periods AS
WITH periods AS (
  SELECT "Name of service" AS service, DATE '2012-12-31' AS year_to,
    "2012 Q4: volume" AS volume, "2012 Q4: digital volume" AS digital, "2012 Q4: cost per transaction" AS cost
  FROM raw_services
  UNION ALL
  SELECT "Name of service", DATE '2013-03-31',
    "2013 Q1: volume", "2013 Q1: digital volume", "2013 Q1: cost per transaction"
  FROM raw_services
  UNION ALL
  SELECT "Name of service", DATE '2013-06-30',
    "2013 Q2: volume", "2013 Q2: digital volume", "2013 Q2: cost per transaction"
  FROM raw_services
)
SELECT
  tidy_text(service) AS service,
  year_to,
  CAST(volume AS BIGINT) AS transactions,
  CAST(digital AS BIGINT) AS digital_transactions,
  CAST(cost AS DECIMAL(12, 2)) AS cost_per_transaction
FROM periods
WHERE coalesce(volume, digital, cost) IS NOT NULL;
