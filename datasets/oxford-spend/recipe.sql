-- Makes oxford_payments from Oxford City Council's 17 quarterly files of spending over £500.
-- The variable "raw" holds the folder with the files.

-- The files spell the headings in 14 ways; the names below are what DuckDB makes of them.
CREATE TEMP TABLE raw_payments AS
SELECT *, row_number() OVER () AS line, regexp_extract(filename, '([a-z]{3})-[a-z]{3}-([0-9]{4})\.csv$', ['month', 'year']) AS quarter
FROM read_csv(
  getvariable('raw') || '/expenditure-over-500-*.csv',
  header = true, all_varchar = true, delim = ',', quote = '"', nullstr = '', normalize_names = true, union_by_name = true,
  filename = true
);

CREATE TEMP TABLE named AS
SELECT
  line,
  CAST(strptime('01 ' || quarter['month'] || ' ' || quarter['year'], '%d %b %Y') AS DATE) AS quarter,
  coalesce(organisational_unit, organisatonal_unit, service_area) AS service,
  coalesce(expenditure_category, expenditure_catergory, expenditure_unit) AS category,
  expenditure_code AS category_code,
  paid_date AS paid_published,
  trans_no AS transaction_number,
  amount,
  coalesce(_type, caporrev, capital_or_revenue, type_of_expenditure) AS kind,
  supplier_name AS supplier
FROM raw_payments;

CREATE TEMP TABLE tidied AS
SELECT
  row_number() OVER (ORDER BY quarter, line) AS payment_id,
  quarter,
  tidy_text(service) AS service,
  nullif(tidy_text(category), 'xxx') AS category,
  upper(tidy_text(category_code)) AS category_code,
  paid_published,
  CAST(try_strptime(paid_published, '%d/%m/%Y') AS DATE) AS paid,
  tidy_text(transaction_number) AS transaction_number,
  CAST(replace(amount, ',', '') AS DECIMAL(12, 2)) AS amount,
  kind,
  publishable_payee(supplier) AS payee,
  tidy_text(supplier) IS NOT NULL AND publishable_payee(supplier) IS NULL AS payee_withheld
FROM named;

-- Each payee gets the capitals that it has most often.
CREATE TABLE oxford_payments AS
SELECT * EXCLUDE (payees) REPLACE (usual_capitals(payee, payees) AS payee)
FROM (SELECT *, count(*) OVER (PARTITION BY payee) AS payees FROM tidied);
