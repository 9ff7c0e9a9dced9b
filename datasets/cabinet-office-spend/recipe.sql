-- Makes payments_published and payments from the Cabinet Office's 38 monthly files of payments over £25,000.
-- The variable "raw" holds the folder with the files, as UTF-8.

CREATE TEMP TABLE raw_payments AS
SELECT
  *,
  row_number() OVER () AS payment_id,
  CAST(regexp_extract(filename, '([0-9]{4}-[0-9]{2})\.csv$', 1) || '-01' AS DATE) AS file_month
FROM read_csv(
  getvariable('raw') || '/*.csv',
  header = true, all_varchar = true, delim = ',', quote = '"', nullstr = '', union_by_name = true, filename = true
);

-- Three teams are named after a person, in capitals or not.
CREATE TEMP MACRO without_names(value) AS regexp_replace(regexp_replace(regexp_replace(value,
  ' - ALEX CHISHOLM', '', 'i'), 'FOR LORD FROST', 'FOR A MINISTER', 'i'), 'DUNLOP REVIEW', 'REVIEW', 'i');

-- Characters that were read in the wrong encoding somewhere before us: a dash in Windows-1252, once and twice over, and a
-- no-break space of DOS, which looks like a y with two dots.
CREATE TEMP MACRO read_again(value) AS
  value.replace(chr(128) || chr(147), '–').replace(chr(150), '–').replace(chr(152), '').replace('ÿ', ' ');

CREATE TEMP TABLE named AS
SELECT
  payment_id,
  file_month,
  "Departmental Family" AS department_family,
  "Entity" AS entity,
  "Date" AS paid_published,
  tidy_text(read_again("Expense Type")) AS expense_type,
  without_names(tidy_text(read_again("Expense Area"))) AS expense_area,
  tidy_text(read_again("Supplier")) AS supplier,
  publishable_payee(read_again("Supplier")) AS payee,
  tidy_text("Supplier") IS NOT NULL AND publishable_payee(read_again("Supplier")) IS NULL AS payee_withheld,
  tidy_text("Transaction number") AS transaction_number,
  "Amount" AS amount_published,
  CAST("Amount" AS DECIMAL(12, 2)) AS amount
FROM raw_payments;

CREATE TABLE payments_published AS
SELECT * EXCLUDE (supplier) FROM named;

-- Capitals, a full stop at the end, a long dash and LIMITED for LTD make two payees of one.
CREATE TEMP MACRO one_spelling(name) AS
  regexp_replace(regexp_replace(upper(name), '[.,]+$', ''), '\bLIMITED$', 'LTD').replace('–', '-');

-- "and", a full stop, a line end that was spelled out and three slips make two areas or types of one.
CREATE TEMP MACRO one_area(name) AS
  tidy_text(regexp_replace(upper(name), '(\.| \\N)$', '')).replace(' AND ', ' & ').replace('–', '-')
    .replace('COVID 19', 'COVID-19').replace('COVID19', 'COVID-19').replace('PURCHSES', 'PURCHASES')
    .replace('CONNECTION CAMPAIGN', 'CONNECTIONS CAMPAIGN').replace('CDDO SECURING', 'CDDO - SECURING');

-- Lines that agree in all but spelling are one payment. The payee counts as the publisher wrote it, so that two people
-- whose names are withheld stay two.
CREATE TABLE payments AS
WITH typed AS (
  SELECT
    payment_id,
    file_month,
    -- Most dates are written 2022-04-29; some are written "Friday, April 29, 2022".
    coalesce(try_cast(paid_published AS DATE), CAST(try_strptime(paid_published, '%A, %B %d, %Y') AS DATE)) AS paid,
    CASE
      WHEN upper(entity) IN ('GPA', 'GOVERNMENT PROPERTY AGENCY', 'GOVERNEMNT PROPERTY AGENCY') THEN 'Government Property Agency'
      WHEN upper(entity) IN ('CCS', 'CROWN COMMERCIAL SERVICE') THEN 'Crown Commercial Service'
      WHEN entity = 'CABINET OFFICE' THEN 'Cabinet Office'
      WHEN entity = 'DEXEU' THEN 'Department for Exiting the European Union'
      WHEN entity = 'CIVIL SERVICE COMMISSION' THEN 'Civil Service Commission'
    END AS body,
    one_area(expense_type) AS expense_type,
    one_area(expense_area) AS expense_area,
    one_spelling(supplier) AS supplier,
    one_spelling(payee) AS payee,
    payee_withheld,
    transaction_number,
    amount
  FROM named
  WHERE amount IS NOT NULL
)
SELECT
  min(payment_id) AS payment_id,
  min(file_month) AS file_month,
  * EXCLUDE (payment_id, file_month, supplier),
  CAST(count(*) AS INTEGER) AS times_published
FROM typed
GROUP BY paid, body, expense_type, expense_area, supplier, payee, payee_withheld, transaction_number, amount;
