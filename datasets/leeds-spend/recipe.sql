-- Makes leeds_spending from Leeds City Council's 36 monthly files of payments.
-- The variable "raw" holds the folder with the files, unpacked and as UTF-8.

-- Columns are named by position, because the files spell the headings in 13 ways; up to 25 empty columns follow. The
-- council's own name is of no use and stands in two columns that some files swap.
CREATE TEMP TABLE lines AS
SELECT row_number() OVER () AS line_id, *
FROM read_csv(
  getvariable('raw') || '/*.csv',
  header = false, skip = 1, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '',
  null_padding = true, strict_mode = false, parallel = false, filename = true,
  columns = {
    body: 'VARCHAR', body_name: 'VARCHAR', service: 'VARCHAR', division: 'VARCHAR', category: 'VARCHAR',
    spend_type: 'VARCHAR', type_code: 'VARCHAR', paid: 'VARCHAR', transaction: 'VARCHAR', amount: 'VARCHAR',
    kind: 'VARCHAR', supplier: 'VARCHAR', empty_1: 'VARCHAR', empty_2: 'VARCHAR', empty_3: 'VARCHAR',
    empty_4: 'VARCHAR', empty_5: 'VARCHAR', empty_6: 'VARCHAR', empty_7: 'VARCHAR', empty_8: 'VARCHAR',
    empty_9: 'VARCHAR', empty_10: 'VARCHAR', empty_11: 'VARCHAR', empty_12: 'VARCHAR', empty_13: 'VARCHAR',
    empty_14: 'VARCHAR', empty_15: 'VARCHAR', empty_16: 'VARCHAR', empty_17: 'VARCHAR', empty_18: 'VARCHAR',
    empty_19: 'VARCHAR', empty_20: 'VARCHAR', empty_21: 'VARCHAR', empty_22: 'VARCHAR', empty_23: 'VARCHAR',
    empty_24: 'VARCHAR', empty_25: 'VARCHAR'
  }
);

CREATE TEMP MACRO capitals(value) AS
  replace(regexp_replace(value, '^Environment(s)? (and|&) (Neighbourhoods|Housing)$', 'Environment & \3'), 'Children''s', 'Childrens');

-- A line where every field is empty is left over from the spreadsheet. Amounts are written 616.23, "2,142.73" or " 765.00 ".
CREATE TEMP TABLE tidied AS
SELECT
  CAST(row_number() OVER (ORDER BY line_id) AS INTEGER) AS line_id,
  CAST(regexp_extract(filename, '([0-9]{4}-[0-9]{2})\.csv$', 1) || '-01' AS DATE) AS file_month,
  CAST(CASE
    WHEN paid SIMILAR TO '[0-9]+/[0-9]+/[0-9]{4}' THEN strptime(paid, '%d/%m/%Y')
    WHEN paid SIMILAR TO '[0-9]+-[A-Z][a-z]{2}-[0-9]{4}' THEN strptime(paid, '%d-%b-%Y')
    ELSE strptime(paid, '%d-%b-%y')
  END AS DATE) AS paid,
  transaction AS transaction_number,
  capitals(tidy_text(service)) AS service,
  -- Some files have kept the spreadsheet's subtotals in the name, although each line is one payment.
  nullif(regexp_replace(tidy_text(division), '(^| )Total$', ''), '') AS division,
  CASE lower(tidy_text(category))
    WHEN 'supplies and services' THEN 'Supplies and services'
    WHEN 'supplies & services' THEN 'Supplies and services'
    WHEN 'third party payments' THEN 'Third party payments'
    WHEN 'transfer payments' THEN 'Transfer payments'
    WHEN 'transfer payment' THEN 'Transfer payments'
    WHEN 'support services' THEN 'Support services'
    WHEN 'holding account' THEN 'Holding account'
    WHEN 'precepts' THEN 'Precepts'
    WHEN 'precept' THEN 'Precepts'
    WHEN 'employees' THEN 'Employees'
    WHEN 'employee' THEN 'Employees'
    ELSE tidy_text(category)
  END AS category,
  tidy_text(spend_type) AS spend_type,
  CASE trim(kind) WHEN 'C' THEN 'Capital' WHEN 'R' THEN 'Revenue' END AS kind,
  publishable_payee(supplier) AS payee,
  tidy_text(supplier) IS NOT NULL AND publishable_payee(supplier) IS NULL AS payee_withheld,
  CAST(replace(trim(amount), ',', '') AS DECIMAL(12, 2)) AS amount,
  -- The last line of 13 files holds the file's total and nothing else.
  coalesce(service, division, category, spend_type, paid, transaction, kind, supplier) IS NULL AS is_total
FROM lines
WHERE coalesce(body, body_name, service, division, category, spend_type, type_code, paid, transaction, amount, kind, supplier)
  IS NOT NULL;

-- Files differ in their capitals. Each value gets those that it has most often.
CREATE TABLE leeds_spending AS
SELECT * EXCLUDE (divisions, types, payees) REPLACE (
  usual_capitals(division, divisions) AS division,
  usual_capitals(spend_type, types) AS spend_type,
  usual_capitals(payee, payees) AS payee
)
FROM (
  SELECT
    *,
    count(*) OVER (PARTITION BY division) AS divisions,
    count(*) OVER (PARTITION BY spend_type) AS types,
    count(*) OVER (PARTITION BY payee) AS payees
  FROM tidied
);
