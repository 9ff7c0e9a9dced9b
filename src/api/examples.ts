/** Stands where an example has the address of the API's folder, without a slash at its end. */
export const addressMark = '{address}';

export interface Example {
  readonly id: string;
  readonly title: string;
  /** What to do with the code, in a sentence or two. */
  readonly how: string;
  readonly code: string;
}

/** The share of A&E attendances within four hours, by month, in the tools that people have. */
export const examples: readonly Example[] = [
  {
    id: 'excel',
    title: 'Excel, with Power Query',
    how: 'Choose Data, Get Data, From Other Sources, Blank Query. Open the Advanced Editor and paste this. Refresh brings the newest figures.',
    code: `let
  Source = Csv.Document(
    Web.Contents("{address}/datasets/nhs-ae/ae_monthly.csv"),
    [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]
  ),
  Headed = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),
  Typed = Table.TransformColumnTypes(
    Headed,
    {{"month", type date}, {"attendances", Int64.Type}, {"within_4_hours", Int64.Type}},
    "en-GB"
  ),
  Months = Table.Group(Typed, {"month"}, {
    {"attendances", each List.Sum([attendances]), Int64.Type},
    {"within_4_hours", each List.Sum([within_4_hours]), Int64.Type}
  }),
  Share = Table.AddColumn(Months, "share", each [within_4_hours] / [attendances], Percentage.Type)
in
  Share`,
  },
  {
    id: 'excel-codes',
    title: 'Excel: codes as they are',
    how: 'A file that you open with a double click loses the zeros at the start of codes, and may take 1-2 for a date. Here every code is text, whatever it looks like.',
    code: `let
  Source = Csv.Document(
    Web.Contents("{address}/datasets/public-spending/public_spending.csv"),
    [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]
  ),
  Headed = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),
  Typed = Table.TransformColumnTypes(
    Headed,
    {
      {"organisation_code", type text}, {"estimate_line_code", type text}, {"category_code", type text},
      {"month", type date}, {"amount_thousand", Int64.Type}
    },
    "en-GB"
  )
in
  Typed`,
  },
  {
    id: 'power-query-json',
    title: 'Power Query, from the JSON pages',
    how: 'The same for JSON, which brings numbers as numbers. It reads the first page to learn how many there are.',
    code: `let
  Page = (number) => Json.Document(
    Web.Contents("{address}/datasets/nhs-ae/ae_monthly/pages/" & Number.ToText(number) & ".json")
  ),
  Rows = List.Combine(List.Transform({1..Page(1)[pages]}, each Page(_)[rows])),
  Result = Table.FromRecords(Rows)
in
  Result`,
  },
  {
    id: 'pandas',
    title: 'Python, with pandas',
    how: 'Add up the counts first, then divide: providers differ in size.',
    code: `import pandas as pd

ae = pd.read_csv("{address}/datasets/nhs-ae/ae_monthly.csv", parse_dates=["month"])
months = ae.groupby("month")[["within_4_hours", "attendances"]].sum()
print((months["within_4_hours"] / months["attendances"]).round(3))`,
  },
  {
    id: 'pandas-codes',
    title: 'Python, with pandas: codes as they are',
    how: 'Left alone, pandas takes the code "n/a" for a gap and turns 007 into 7. Here only an empty field is a gap, and codes are text.',
    code: `import pandas as pd

spending = pd.read_csv(
    "{address}/datasets/public-spending/public_spending.csv",
    keep_default_na=False,
    na_values=[""],
    dtype={"organisation_code": "string", "estimate_line_code": "string", "category_code": "string"},
)
print((spending["category_code"] == "n/a").sum())  # 333`,
  },
  {
    id: 'python-duckdb',
    title: 'Python, with DuckDB',
    how: 'Parquet lets DuckDB fetch only the columns that the query names.',
    code: `import duckdb

duckdb.sql("""
  SELECT month, round(sum(within_4_hours) / sum(attendances), 3) AS share
  FROM read_parquet('{address}/datasets/nhs-ae/ae_monthly.parquet')
  GROUP BY month
  ORDER BY month
""").show()`,
  },
  {
    id: 'duckdb',
    title: 'DuckDB',
    how: 'All tables of a dataset at once: the same file that our lessons load. DuckDB 1.4 or later opens it.',
    code: `INSTALL httpfs;
LOAD httpfs;
ATTACH '{address}/datasets/nhs-ae/nhs-ae.duckdb' AS nhs_ae (READ_ONLY);

SELECT month, round(sum(within_4_hours) / sum(attendances), 3) AS share
FROM nhs_ae.ae_monthly
GROUP BY month
ORDER BY month;`,
  },
  {
    id: 'r',
    title: 'R',
    how: 'Base R is enough.',
    code: `ae <- read.csv("{address}/datasets/nhs-ae/ae_monthly.csv")
months <- aggregate(cbind(within_4_hours, attendances) ~ month, data = ae, FUN = sum)
months$share <- round(months$within_4_hours / months$attendances, 3)
print(months)`,
  },
  {
    id: 'javascript',
    title: 'JavaScript',
    how: 'Each page of JSON links to the next one, until there is none.',
    code: `const rows = [];
let url = '{address}/datasets/nhs-ae/ae_monthly/pages/1.json';
while (url) {
  const page = await (await fetch(url)).json();
  rows.push(...page.rows);
  url = page.next && new URL(page.next, url).href;
}
console.log(rows.length);`,
  },
  {
    id: 'curl',
    title: 'curl',
    how: 'Fetch a table, and list what there is.',
    code: `curl -O {address}/datasets/nhs-ae/ae_monthly.csv
curl {address}/catalogue.json`,
  },
];

/** How to compare a file with the hash in its dataset's `metadata.json`. */
export const hashExamples: readonly Example[] = [
  {
    id: 'hash-unix',
    title: 'Linux and macOS',
    how: 'The second line prints the hash.',
    code: `curl -O {address}/datasets/nhs-ae/ae_monthly.csv
shasum -a 256 ae_monthly.csv
curl {address}/datasets/nhs-ae/metadata.json`,
  },
  {
    id: 'hash-windows',
    title: 'Windows PowerShell',
    how: 'PowerShell prints capitals; they mean the same.',
    code: `Invoke-WebRequest {address}/datasets/nhs-ae/ae_monthly.csv -OutFile ae_monthly.csv
(Get-FileHash ae_monthly.csv).Hash
(Invoke-RestMethod {address}/datasets/nhs-ae/metadata.json).tables[0].files`,
  },
];
