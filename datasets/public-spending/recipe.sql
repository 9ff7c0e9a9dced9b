-- Makes public_spending from HM Treasury's OSCAR in-year workbook of September 2016, whose sheet "data" holds the table.
-- The variable "raw" holds the folder with the publisher's file, each sheet as a CSV file of its own.

CREATE TABLE public_spending AS
SELECT
  CAST(strptime('01-' || "Month", '%d-%b-%y') AS DATE) AS month,
  "Organisation Code" AS organisation_code,
  tidy_text("Organisation") AS organisation,
  CASE "Segment Department Long Name"
    WHEN 'Uk Trade & Investment' THEN 'UK Trade & Investment'
    WHEN 'Office of The Parliamentary Commissioner' THEN 'Office of the Parliamentary Commissioner'
    WHEN 'Office for Standards In Education, Children''s Services and Skills'
      THEN 'Office for Standards in Education, Children''s Services and Skills'
    ELSE "Segment Department Long Name"
  END AS department,
  "Control Budget Code" AS budget,
  "Control Budget Detail Code" AS budget_detail,
  nullif("Economic Budget Code", 'n/a') AS resource_or_capital,
  "Sub Segment Code" AS estimate_line_code,
  -- The publisher repeats the code in front of the words, and misspells one.
  replace(
    tidy_text(regexp_replace("Sub Segment Long Name", '^' || "Sub Segment Code" || '\s*-\s*', '')),
    'COMPETETIVE', 'COMPETITIVE'
  ) AS estimate_line,
  "Economic Category Code" AS category_code,
  nullif("Economic Category Long Name", 'n/a') AS category,
  nullif("PESA Economic Group Long Name", 'n/a') AS category_group,
  CAST("Amount" AS BIGINT) AS amount_thousand
FROM read_csv(
  getvariable('raw') || '/OSCAR_in-year_dataset_21Sep2016/data.csv',
  header = true, all_varchar = true, delim = ',', quote = '"', nullstr = ''
);
