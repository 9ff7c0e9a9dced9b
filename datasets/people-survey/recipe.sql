-- Makes the tables of the Civil Service People Survey from a file of organisations' scores for each year. The workbooks
-- of 2021 to 2024 also hold the benchmarks of all years up to their own. The variable "raw" holds the folder with the
-- publisher's files; each sheet of a workbook is a CSV file in a folder with its name.

-- The cells of a sheet with the headings above them. Titles and notes stand above the heading row, which is the first row
-- with the given heading. Cells are told by their heading, so the order of the columns does not matter. "[note 3]" in a
-- heading goes, and so do line ends.
CREATE MACRO sheet_cells(file, heading_of_first) AS TABLE
  WITH
    numbered AS (
      SELECT row_number() OVER () AS line, *
      FROM read_csv(getvariable('raw') || '/' || file, header = false, all_varchar = true, delim = ',', quote = '"', escape = '"')
    ),
    cells AS (UNPIVOT numbered ON COLUMNS(* EXCLUDE (line)) INTO NAME place VALUE value),
    first_line AS (SELECT min(line) AS line FROM cells WHERE value = heading_of_first),
    headings AS (
      SELECT place, tidy_text(regexp_replace(value, '\[note \d+\]', '', 'g')) AS heading
      FROM cells JOIN first_line USING (line)
    )
  SELECT cells.line, heading, tidy_text(value) AS value
  FROM cells JOIN headings USING (place), first_line
  WHERE cells.line > first_line.line;

-- One kind of apostrophe and of quotation mark, so that the same words are the same text in every year.
CREATE MACRO plain_quotes(value) AS translate(value, '’‘“”', '''''""');

-- The name of an organisation or of a department's group: "and" for "&", and two slips mended.
CREATE MACRO to_name(value) AS replace(replace(replace(plain_quotes(value), ' & ', ' and '), 'Techincal', 'Technical'),
  'Water Regulation Services Authority', 'Water Services Regulation Authority');

-- A score in per cent. "[z]" says that the question was not asked, "[c]" that the score was withheld.
CREATE MACRO to_score(value) AS CASE WHEN value NOT IN ('[z]', '[c]') THEN CAST(value AS DECIMAL(6, 3)) END;

-- ---- Scores of organisations

CREATE TABLE workbook_cells AS
  SELECT 2021 AS year, * FROM sheet_cells('2021-benchmarks/Table_3.csv', 'Organisation')
  UNION ALL SELECT 2022, * FROM sheet_cells('2022-benchmarks/Table_3.csv', 'Organisation')
  UNION ALL SELECT 2023, * FROM sheet_cells('2023-benchmarks/Table_3.csv', 'Organisation')
  UNION ALL SELECT 2024, * FROM sheet_cells('2024-benchmarks/Table_3.csv', 'Organisation');

-- The same measures under one name each. The files of 2019 and 2020 name themes by their words, later ones by codes.
CREATE TABLE measure_headings (heading VARCHAR, name VARCHAR);
INSERT INTO measure_headings VALUES
  ('^(Employee engagement index|Engagement index|EES\b)', 'engagement'),
  ('^(My work$|mw_ts\b)', 'my_work'),
  ('^(Organisational objectives and purpose$|op_ts\b)', 'objectives'),
  ('^(My manager$|lm_ts\b)', 'my_manager'),
  ('^(My team$|mt_ts\b)', 'my_team'),
  ('^(Learning and development$|ld_ts\b)', 'learning'),
  ('^(Inclusion and fair treatment$|if_ts\b)', 'inclusion'),
  ('^(Resources and workload$|rw_ts\b)', 'workload'),
  ('^(Pay and benefits$|pb_ts\b)', 'pay'),
  ('^(Leadership and managing change$|lc_ts\b)', 'leadership'),
  ('^(PERMA index|PERMA_index\b)', 'wellbeing_index'),
  ('^(Proxy Stress Index|HSE_index\b)', 'stress_index'),
  ('^(Survey )?response rate', 'response_rate');

CREATE TABLE all_cells AS
  SELECT 2019 AS year, line, heading, value FROM sheet_cells('2019-organisations.csv', 'Departmental Group')
  UNION ALL SELECT 2020, line, heading, value FROM sheet_cells('2020-organisations/Table_1.csv', 'Department group')
  UNION ALL SELECT year, line, heading, value FROM workbook_cells;

CREATE TABLE named_rows AS
SELECT
  year,
  line,
  -- In the files of 2019 and 2020 "Organisation" stands above the name, in later ones above the code.
  max(value) FILTER (heading = 'Organisation code' OR (year > 2020 AND heading = 'Organisation')) AS published_code,
  max(value) FILTER (heading = 'Organisation name' OR (year <= 2020 AND heading = 'Organisation')) AS name,
  max(value) FILTER (lower(heading) IN ('department group', 'departmental group')) AS department_group
FROM all_cells
GROUP BY year, line;

CREATE TABLE survey_cells AS
SELECT
  year,
  line,
  measure_headings.name AS measure,
  CASE
    -- 2019 writes "67%", 2020 holds fractions.
    WHEN year = 2019 THEN CAST(rtrim(value, '%') AS DECIMAL(6, 3))
    WHEN year = 2020 THEN CAST(CAST(value AS DOUBLE) * 100 AS DECIMAL(6, 3))
    ELSE to_score(value)
  END AS score
FROM all_cells JOIN measure_headings ON regexp_matches(all_cells.heading, measure_headings.heading, 'i');

SELECT error('A measure has two columns.') FROM survey_cells GROUP BY year, line, measure HAVING count(*) > 1;

CREATE TABLE survey_scores AS
WITH wide AS (PIVOT survey_cells ON measure IN (
  'response_rate', 'engagement', 'my_work', 'objectives', 'my_manager', 'my_team', 'learning', 'inclusion', 'workload',
  'pay', 'leadership', 'wellbeing_index', 'stress_index'
) USING max(score) GROUP BY year, line)
SELECT
  year,
  -- One code for each organisation: 2019 put 0000 behind its codes and wrote GRP for GROUP, and the ministry for housing
  -- and local government had another name and code in 2022 and 2023.
  CASE
    WHEN published_code = 'DLUHC' THEN 'MHCLG'
    ELSE regexp_replace(regexp_replace(published_code, '0000$', ''), '_GRP$', '_GROUP')
  END AS organisation,
  published_code,
  to_name(name) AS name,
  to_name(department_group) AS department_group,
  regexp_matches(published_code, '_(GRP|GROUP)$') AS is_group,
  * EXCLUDE (year, line, published_code, name, department_group)
FROM named_rows JOIN wide USING (year, line)
-- The benchmarks stand among the organisations in the publisher's files; here they have a table of their own.
WHERE published_code NOT IN ('CS_MEDIAN', 'CS_MEAN');

-- ---- Organisations over the years

CREATE TABLE survey_organisations AS
SELECT
  organisation,
  arg_max(name, year) AS name,
  arg_max(department_group, year) AS department_group,
  any_value(is_group) AS is_group,
  CAST(min(year) AS INTEGER) AS first_year,
  CAST(max(year) AS INTEGER) AS last_year,
  CAST(count(*) AS INTEGER) AS years,
  -- The notes of 2021 say that the Home Office surveyed as one organisation instead of five. They say it of no other.
  CASE WHEN organisation IN ('PE', 'BF', 'IE', 'UKVI', 'HMPO', 'HO_GROUP') THEN 'HO' END AS continues_as
FROM survey_scores
GROUP BY organisation;

-- ---- Benchmarks

CREATE TABLE benchmark_cells AS
  SELECT 2021 AS edition, 'median' AS kind, * FROM sheet_cells('2021-benchmarks/Table_1.csv', 'Measure')
  UNION ALL SELECT 2021, 'mean', * FROM sheet_cells('2021-benchmarks/Table_2.csv', 'Measure')
  UNION ALL SELECT 2022, 'median', * FROM sheet_cells('2022-benchmarks/Table_1.csv', 'Measure')
  UNION ALL SELECT 2022, 'mean', * FROM sheet_cells('2022-benchmarks/Table_2.csv', 'Measure')
  UNION ALL SELECT 2023, 'median', * FROM sheet_cells('2023-benchmarks/Table_1.csv', 'Measure')
  UNION ALL SELECT 2023, 'mean', * FROM sheet_cells('2023-benchmarks/Table_2.csv', 'Measure')
  UNION ALL SELECT 2024, 'median', * FROM sheet_cells('2024-benchmarks/Table_1.csv', 'Measure')
  UNION ALL SELECT 2024, 'mean', * FROM sheet_cells('2024-benchmarks/Table_2.csv', 'Measure');

-- Codes that changed between years. D01 became D01A, with the same words and the same figure for 2021. B60 was given to
-- another question in 2024, so the old one is told apart by the last year that it was asked.
CREATE MACRO to_measure(code, asked) AS CASE
  WHEN code = 'D01' AND asked = 2021 THEN 'D01A'
  WHEN code = 'B60' AND asked <= 2021 THEN 'B60_2021'
  WHEN code IN ('E01', 'E03', 'E05', 'E06_A', 'E06_B', 'E06_C', 'E06_D') THEN code || '_yes'
  ELSE code
END;

CREATE TABLE survey_benchmarks AS
WITH
  codes AS (SELECT edition, kind, line, max(value) FILTER (heading = 'Measure') AS code FROM benchmark_cells GROUP BY ALL),
  scores AS (
    SELECT
      edition,
      kind,
      to_measure(code, edition) AS measure,
      CAST(heading AS INTEGER) AS year,
      to_score(value) AS score
    FROM benchmark_cells JOIN codes USING (edition, kind, line)
    WHERE regexp_full_match(heading, '\d{4}')
  ),
  -- The newest workbook that has a measure is the one to trust: theme scores are worked out again when a question goes.
  newest AS (SELECT measure, max(edition) AS edition FROM scores GROUP BY measure)
SELECT
  year,
  measure,
  max(score) FILTER (kind = 'median') AS median_of_organisations,
  max(score) FILTER (kind = 'mean') AS mean_of_civil_servants
FROM scores JOIN newest USING (measure, edition)
WHERE score IS NOT NULL
GROUP BY year, measure;

-- ---- Questions with their wording

CREATE TABLE label_cells AS
  SELECT 2021 AS year, * FROM sheet_cells('2021-benchmarks/Annex_1.csv', 'Measure')
  UNION ALL SELECT 2022, * FROM sheet_cells('2022-benchmarks/Annex_1.csv', 'Measure')
  UNION ALL SELECT 2023, * FROM sheet_cells('2023-benchmarks/Annex_1.csv', 'Measure')
  UNION ALL SELECT 2024, * FROM sheet_cells('2024-benchmarks/Annex.csv', 'Measure');

CREATE TABLE question_cells AS
  SELECT * FROM sheet_cells('2020-organisations/Table_3_2.csv', 'Theme');

CREATE TABLE survey_questions AS
WITH
  labels AS (
    SELECT
      year,
      max(value) FILTER (heading = 'Measure') AS code,
      max(value) FILTER (heading = 'Section') AS section,
      -- Up to 2023 a code stands in front of the words, or that of the question without the answer's.
      regexp_replace(max(value) FILTER (heading = 'Label'), '^([A-Z]{1,3}\d*[A-Z]?(_\w+)?|\w+_(ts|index))\. ', '') AS label
    FROM label_cells
    GROUP BY year, line
  ),
  published AS (
    SELECT
      year, code, section,
      tidy_text(regexp_replace(label, '\(\s*%[^()]*(\([^()]*\)[^()]*)*\)$', '')) AS wording,
      tidy_text(regexp_extract(label, '\((\s*%[^()]*(\([^()]*\)[^()]*)*)\)$', 1)) AS score_is
    FROM labels
    UNION ALL
    SELECT
      2020,
      max(value) FILTER (heading = 'Question number'),
      max(value) FILTER (heading = 'Theme'),
      max(value) FILTER (heading = 'Question text'),
      max(value) FILTER (heading = 'Score shown')
    FROM question_cells
    GROUP BY line
  )
SELECT
  year,
  to_measure(code, year) AS measure,
  code AS published_code,
  section,
  plain_quotes(tidy_text(wording)) AS wording,
  plain_quotes(score_is) AS score_is
FROM published;
