import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toQuotedName } from '#src/sql/quote.ts';
import { createTableSql } from '../table-sql.ts';
import { connectDuckDb, type DuckDb } from './connect-duckdb.ts';
import { type LoadedDataset, loadDatasets } from './load-datasets.ts';

// Figures that were published elsewhere, or that descriptors name: a recipe that drifts from them is wrong.
const ids = [
  'la-emissions',
  'house-prices',
  'cpi',
  'elections',
  'station-usage',
  'weather',
  'organisations',
  'local-authorities',
  'population',
  'people-survey',
];

let duckDb: DuckDb;
let datasets: readonly LoadedDataset[];

beforeAll(async () => {
  duckDb = await connectDuckDb();
  const loaded = await loadDatasets(join(import.meta.dirname, '..', '..', '..'));
  datasets = loaded.datasets.filter(({ descriptor }) => ids.includes(descriptor.id));
  for (const { descriptor, folder } of datasets) {
    for (const table of descriptor.tables) {
      for (const sql of createTableSql(table, join(folder, table.file))) await duckDb.connection.run(sql);
    }
  }
});
afterAll(() => duckDb.close());

async function rows(sql: string): Promise<unknown[][]> {
  return (await duckDb.connection.runAndReadAll(sql)).getRowsJson();
}

test('all ten datasets are there', () => {
  expect(datasets.map(({ descriptor }) => descriptor.id)).toEqual([...ids].sort());
});

test('emissions of lower-tier and unitary councils come to the totals of the United Kingdom', async () => {
  const sql = (filter: string) =>
    `SELECT year, CAST(round(sum(co2_kt)) AS INTEGER) FROM emissions JOIN councils ON code = council_code
     WHERE year IN (2005, 2020) AND ${filter} GROUP BY year ORDER BY year`;
  expect(await rows(sql('is_lower_or_unitary'))).toEqual([
    [2005, 447468],
    [2020, 255303],
  ]);
  expect((await rows(sql('true')))[1]).toEqual([2020, 416627]);
  const areas =
    'SELECT count(DISTINCT council_code) FROM emission_areas JOIN councils ON code = council_code';
  expect(await rows(areas)).toEqual([['394']]);
  const people = `SELECT sum(population) FROM emission_areas JOIN councils ON code = council_code
     WHERE year = 2020 AND is_lower_or_unitary`;
  expect(await rows(people)).toEqual([['67081234']]);
});

test('every council and combined authority among the house prices is found by its code', async () => {
  const sql = `SELECT area_type, count(DISTINCT area_code), count(DISTINCT gss_code)
     FROM house_prices LEFT JOIN councils ON gss_code = area_code GROUP BY area_type ORDER BY area_type`;
  expect(await rows(sql)).toEqual([
    ['Combined authority', '10', '10'],
    ['Council', '318', '318'],
    ['England and Wales', '1', '0'],
    ['Nation', '2', '0'],
    ['Region', '9', '0'],
  ]);
  const ends = `SELECT year_to, median_price FROM house_prices WHERE area_type = 'England and Wales'
     AND year_to IN ('1995-12-31', '2024-09-30') ORDER BY year_to`;
  expect(await rows(ends)).toEqual([
    ['1995-12-31', '54950.0'],
    ['2024-09-30', '282500.0'],
  ]);
  expect(await rows('SELECT count(*) FROM house_prices WHERE median_price % 1 <> 0')).toEqual([['26']]);
});

test('inflation peaked in October 2022, as published and by the index', async () => {
  expect(await rows('SELECT month, annual_rate FROM cpi_monthly ORDER BY 2 DESC NULLS LAST LIMIT 1')).toEqual(
    [['2022-10-01', '11.1']],
  );
  const recomputed = `WITH years AS (SELECT month, annual_rate,
       round((price_index / lag(price_index, 12) OVER (ORDER BY month) - 1) * 100, 1) AS rate FROM cpi_monthly)
     SELECT arg_max(month, rate), max(rate), count(*) FILTER (abs(rate - annual_rate) > 0.05),
       round(max(abs(rate - annual_rate)), 1) FROM years`;
  expect(await rows(recomputed)).toEqual([['2022-10-01', 11.1, '187', 0.2]]);
});

test('votes come to the national results, in the seats that were contested', async () => {
  const sql = (election: string) =>
    `SELECT party, sum(votes) FROM party_votes WHERE election = '${election}' AND party IN ('Conservative', 'Labour')
     GROUP BY party ORDER BY party`;
  expect(await rows(sql('2019'))).toEqual([
    ['Conservative', '13966454'],
    ['Labour', '10269051'],
  ]);
  expect(await rows(sql('2024'))).toEqual([
    ['Conservative', '6828925'],
    ['Labour', '9708716'],
  ]);
  const counts = `SELECT count(*), count(*) FILTER (NOT contested), count(*) FILTER (contested AND valid_votes IS NULL),
     count(*) FILTER (electorate IS NULL), count(*) FILTER (seats > 1) FROM constituency_results`;
  expect(await rows(counts)).toEqual([['18348', '344', '6', '78', '151']]);
  const sums = `SELECT count(*) FILTER (votes <> valid_votes), count(*) FILTER (abs(votes - valid_votes) > 5)
     FROM constituency_results
     JOIN (SELECT election, constituency, sum(votes) AS votes FROM party_votes GROUP BY ALL) USING (election, constituency)`;
  expect(await rows(sums)).toEqual([['64', '32']]);
  const turnout = `SELECT election, round(100 * sum(valid_votes) / sum(electorate), 1) FROM constituency_results
     WHERE election IN ('1950', '2024') GROUP BY election ORDER BY election`;
  expect(await rows(turnout)).toEqual([
    ['1950', 83.9],
    ['2024', 59.7],
  ]);
});

test('Waterloo is the busiest station, and most districts are found by name', async () => {
  const busiest = 'SELECT station, entries_and_exits FROM station_usage ORDER BY 2 DESC LIMIT 1';
  expect(await rows(busiest)).toEqual([['Waterloo', '95936542']]);
  const matches = `SELECT count(*), count(*) FILTER (district IN (SELECT name FROM councils)), count(DISTINCT district),
     count(DISTINCT district) FILTER (district IN (SELECT name FROM councils)) FROM station_usage`;
  expect(await rows(matches)).toEqual([['2535', '2377', '387', '351']]);
  expect(
    await rows('SELECT count(*) FROM station_usage WHERE abs(entries + exits - entries_and_exits) = 1'),
  ).toEqual([['18']]);
});

test('the weather has every line of the text files, with its marks', async () => {
  const counts = `SELECT count(*), count(DISTINCT station), sum(tmax_c), sum(rain_mm), sum(sun_hours), sum(frost_days)
     FROM weather_monthly`;
  // The same sums come out of the collection's own table, which was made in another way.
  expect(await rows(counts)).toEqual([['39427', '37', '493470.6', '2822099.9', '3580331.1', '127943']]);
  const marks = `SELECT count(*) FILTER (tmax_estimated), count(*) FILTER (rain_estimated), count(*) FILTER (sun_estimated),
     count(*) FILTER (sun_automatic), count(*) FILTER (provisional), count(*) - count(sun_hours) FROM weather_monthly`;
  expect(await rows(marks)).toEqual([['495', '374', '683', '3751', '279', '9258']]);
  const stations = 'SELECT count(*) FILTER (is_closed), count(*) FILTER (has_moved) FROM weather_stations';
  expect(await rows(stations)).toEqual([['6', '5']]);
});

test('the answers of the API say the same as the tables made from them', async () => {
  const sql = `SELECT count(*), count(*) FILTER (json_extract_string(answer, '$.title') LIKE '%' || organisation || '%'),
     count(*) FILTER (json_array_length(answer, '$.parent_organisations') = parents), count(*) FILTER (status = 'live')
     FROM organisations JOIN organisations_api USING (slug)`;
  const rowCount = datasets
    .flatMap(({ descriptor }) => descriptor.tables)
    .find(({ name }) => name === 'organisations_api')?.rowCount;
  expect(await rows(sql)).toEqual([[...Array<string>(3).fill(String(rowCount)), '302']]);
  const links = `SELECT (SELECT count(*) FROM organisation_parents), (SELECT sum(parents) FROM organisations),
     (SELECT sum(children) FROM organisations), (SELECT count(*) FROM organisations WHERE parents > 1)`;
  expect(await rows(links)).toEqual([['578', '578', '578', '16']]);
});

const email = '[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\\.[A-Za-z]{2,}';
const phone = '(^|[^0-9A-Za-z-])(\\+44|0)[ ()]*[0-9]([ ()-]*[0-9]){8,11}($|[^0-9A-Za-z-])';
const looksPersonal = (value: string) =>
  `regexp_matches(${value}, '${email}') OR regexp_matches(${value}, '${phone}')`;

test('no text holds an e-mail address or a telephone number', async () => {
  for (const { descriptor } of datasets) {
    for (const table of descriptor.tables) {
      for (const { name, type } of table.columns) {
        if (type !== 'VARCHAR') continue;
        const column = toQuotedName(name);
        const sql = `SELECT ${column} FROM ${toQuotedName(table.name)} WHERE ${looksPersonal(column)} LIMIT 3`;
        expect(await rows(sql), `${table.name}.${name}`).toEqual([]);
      }
    }
  }
});

test.each([
  ['Ask team.desk@example.org about it', true],
  ['Ring 01632 960 001 or write', true],
  ['+44 1632 960001', true],
  ['2016-07-15T00:00:00.000+01:00', false],
  ['569a9ee5-c195-4b7f-b9dc-edc17a09113f', false],
])('the pattern for personal data judges "%s" as it should', async (text, expected) => {
  expect(await rows(`SELECT ${looksPersonal(`'${text}'`)}`)).toEqual([[expected]]);
});

test('councils and regions add up to their nation wherever all of them have a figure', async () => {
  const parts = `(SELECT year, nation, area_type, sum(people) AS people FROM population
     WHERE area_type IN ('Council', 'Region', 'Part of London') GROUP BY ALL HAVING count(people) = count(*))`;
  const off = `SELECT part.* FROM ${parts} AS part JOIN population AS whole ON whole.year = part.year
       AND CASE WHEN part.area_type = 'Part of London' THEN whole.area_code = 'E12000007'
       ELSE whole.area_type = 'Nation' AND whole.nation = part.nation END
     WHERE part.people <> whole.people`;
  expect(await rows(off)).toEqual([]);
  const whole = `SELECT area_type, nation, count(*)::INTEGER FROM ${parts} GROUP BY ALL ORDER BY ALL`;
  expect(await rows(whole)).toEqual([
    ['Council', 'England', 33],
    ['Council', 'Northern Ireland', 12],
    ['Council', 'Scotland', 32],
    ['Council', 'Wales', 33],
    ['Part of London', 'England', 33],
    ['Region', 'England', 33],
  ]);
});

test('the population of the United Kingdom is as the Office for National Statistics published it', async () => {
  const published = `SELECT year, sum(people)::INTEGER FROM population
     WHERE area_type = 'Nation' AND year IN (2011, 2022) GROUP BY year ORDER BY year`;
  expect(await rows(published)).toEqual([
    [2011, 63_285_145],
    [2022, 67_603_461],
  ]);
  const missing = `SELECT area_type, min(year), max(year), count(*)::INTEGER FROM population
     WHERE people IS NULL AND nation = 'Northern Ireland' GROUP BY area_type ORDER BY area_type`;
  expect(await rows(missing)).toEqual([
    ['Council', 1991, 2023, 231],
    ['Nation', 2023, 2023, 1],
  ]);
});

test('every current council has a population, and no other area is taken for one', async () => {
  const sql = `SELECT count(*)::INTEGER, count(area)::INTEGER FROM councils
     LEFT JOIN (FROM population WHERE year = 2022 AND area_type = 'Council') ON gss_code = area_code
     WHERE is_current AND is_lower_or_unitary`;
  expect(await rows(sql)).toEqual([[361, 361]]);
});

// The publisher works out the benchmark from these very scores, so each must come out again to the last place.
test('the median of organisations is the published benchmark in every year with exact scores', async () => {
  const themes = {
    EES: 'engagement',
    mw_ts: 'my_work',
    op_ts: 'objectives',
    mt_ts: 'my_team',
    ld_ts: 'learning',
    if_ts: 'inclusion',
    rw_ts: 'workload',
    pb_ts: 'pay',
    lc_ts: 'leadership',
    PERMA_index: 'wellbeing_index',
    HSE_index: 'stress_index',
  };
  for (const [measure, column] of Object.entries(themes)) {
    const sql = `SELECT year FROM survey_scores JOIN survey_benchmarks USING (year)
       WHERE NOT is_group AND measure = '${measure}' AND year >= 2021 GROUP BY year
       HAVING abs(median(${column}::DOUBLE) - any_value(median_of_organisations)) < 0.00051 ORDER BY year`;
    expect(await rows(sql), measure).toEqual([[2021], [2022], [2023], [2024]]);
  }
  const manager = `SELECT year, round(any_value(median_of_organisations) - median(my_manager), 1)::DOUBLE
     FROM survey_scores JOIN survey_benchmarks USING (year) WHERE NOT is_group AND measure = 'lm_ts'
     GROUP BY year ORDER BY year`;
  expect(await rows(manager)).toEqual([
    [2019, 3],
    [2020, 3.6],
    [2021, 4],
    [2022, 0],
    [2023, 0],
    [2024, 0],
  ]);
});

test('the three averages of engagement in 2024 are those of the passport', async () => {
  const sql = `SELECT round(any_value(median_of_organisations), 1)::DOUBLE, round(any_value(mean_of_civil_servants), 1)::DOUBLE,
       round(avg(engagement), 1)
     FROM survey_scores JOIN survey_benchmarks USING (year) WHERE NOT is_group AND measure = 'EES' AND year = 2024`;
  expect(await rows(sql)).toEqual([[64.1, 61.2, 64.6]]);
});

test('a question keeps its words under the code that links the years', async () => {
  const codes = `SELECT list(DISTINCT published_code ORDER BY published_code), count(DISTINCT wording)::INTEGER
     FROM survey_questions WHERE measure = 'D01A'`;
  expect(await rows(codes)).toEqual([[['D01', 'D01A'], 1]]);
  const reused = `SELECT measure, min(year), max(year) FROM survey_questions WHERE published_code = 'B60' GROUP BY measure ORDER BY measure`;
  expect(await rows(reused)).toEqual([
    ['B60', 2024, 2024],
    ['B60_2021', 2020, 2021],
  ]);
});
