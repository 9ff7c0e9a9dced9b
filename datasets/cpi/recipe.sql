-- Makes cpi_monthly from two time series of the Office for National Statistics: the index D7BT and the annual rate D7G7.
-- The variable "raw" holds the folder with the publisher's files.

CREATE TEMP MACRO series(file) AS TABLE
SELECT label, value
FROM read_csv(
  getvariable('raw') || '/' || file,
  header = false, all_varchar = true, delim = ',', quote = '"', null_padding = true, names = ['label', 'value']
);

-- Years, quarters and months stand in one column, below eight lines about the series. Only months look like "1988 JAN".
CREATE TEMP MACRO monthly(file) AS TABLE
SELECT CAST(strptime('1 ' || label, '%d %Y %b') AS DATE) AS month, value
FROM series(file)
WHERE regexp_full_match(label, '[0-9]{4} [A-Z]{3}');

CREATE TABLE cpi_monthly AS
SELECT
  month,
  CAST(prices.value AS DECIMAL(6, 1)) AS price_index,
  CAST(rates.value AS DECIMAL(5, 1)) AS annual_rate
FROM monthly('ons_cpi_index_series.csv') AS prices
FULL JOIN monthly('ons_cpi_annual_series.csv') AS rates USING (month);
