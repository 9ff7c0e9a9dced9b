-- Makes general_elections, constituency_results and party_votes from two tables of the House of Commons Library: 1918 to
-- 2019, and 2024. The variable "raw" holds the folder with the publisher's files. Names of people are never read.

CREATE TEMP TABLE raw_1918 AS
SELECT *
FROM read_csv(
  getvariable('raw') || '/1918-2019election_results.csv',
  header = true, all_varchar = true, delim = ',', quote = '"', nullstr = '',
  names = [
    'code', 'seats', 'constituency', 'region', 'electorate', 'con', 'con_share', 'lib', 'lib_share', 'lab', 'lab_share',
    'nat', 'nat_share', 'oth', 'oth_share', 'total', 'turnout', 'election', 'boundaries', 'overflow'
  ]
);

CREATE TEMP TABLE raw_2024 AS
SELECT * EXCLUDE ("Member first name", "Member surname", "Member gender", "Declaration time", "County name")
FROM read_csv(
  getvariable('raw') || '/HoC-GE2024-results-by-constituency.csv',
  header = true, all_varchar = true, delim = ',', quote = '"', nullstr = ''
);

CREATE TEMP MACRO figure(value) AS CAST(nullif(trim(value), '') AS BIGINT);

-- The older file starts every word with a capital, also after an apostrophe: "Queen'S University Of Belfast".
CREATE TEMP MACRO tidy_name(name) AS
  trim(name).replace('''S', '''s').replace(' And ', ' and ').replace(' & ', ' and ').replace(' Of ', ' of ')
    .replace(' The ', ' the ').replace(' In ', ' in ').replace(' On ', ' on ').replace(' Upon ', ' upon ')
    .replace(' Under ', ' under ').replace(' With ', ' with ').replace(' Le ', ' le ').replace('-On-', '-on-').replace('-Upon-', '-upon-')
    .replace('-Under-', '-under-').replace('Na H-Eileanan An Iar', 'Na h-Eileanan an Iar');

-- Seats won without a vote are written as a negative number of votes: -2 for two members.
CREATE TEMP TABLE results AS
SELECT
  election,
  CASE WHEN election = '1918' AND trim(constituency) = 'Louth' AND region = 'Ireland' THEN 'Louth (Ireland)'
    ELSE tidy_name(constituency) END AS constituency,
  CASE
    WHEN constituency LIKE '%Universit%' THEN 'University'
    WHEN region = 'Eastern' THEN 'East of England'
    WHEN region LIKE 'Yorkshire%' THEN 'Yorkshire and The Humber'
    ELSE region
  END AS region,
  CASE WHEN regexp_full_match(code, '[A-Z][0-9]{8}') THEN code END AS ons_code,
  CASE WHEN NOT regexp_full_match(code, '[A-Z][0-9]{8}') THEN CAST(code AS INTEGER) END AS boundary_number,
  -- One set of boundaries has two names.
  replace(boundaries, '2010-2017', '2010-2019') AS boundaries,
  CAST(seats AS INTEGER) AS seats,
  figure(electorate) AS electorate,
  figure(total) AS total,
  figure(con) AS con,
  figure(lab) AS lab,
  figure(lib) AS lib,
  figure(nat) AS nat,
  figure(oth) AS oth
FROM raw_1918;

CREATE TEMP TABLE votes_1918 AS
SELECT
  election,
  constituency,
  CASE heading
    WHEN 'con' THEN 'Conservative'
    WHEN 'lab' THEN 'Labour'
    WHEN 'lib' THEN CASE WHEN election < '1992' THEN 'Liberal' ELSE 'Liberal Democrat' END
    -- The publisher adds these two up, but they never stood in the same place.
    WHEN 'nat' THEN CASE WHEN region = 'Scotland' THEN 'Scottish National Party' ELSE 'Plaid Cymru' END
    ELSE 'Other'
  END AS party,
  CASE WHEN votes > 0 THEN votes END AS votes,
  CAST(greatest(-votes, 0) AS INTEGER) AS members_unopposed
FROM results
UNPIVOT (votes FOR heading IN (con, lab, lib, nat, oth))
WHERE votes <> 0;

CREATE TEMP TABLE votes_2024 AS
SELECT
  '2024' AS election,
  tidy_name("Constituency name") AS constituency,
  CASE heading
    WHEN 'Con' THEN 'Conservative'
    WHEN 'Lab' THEN 'Labour'
    WHEN 'LD' THEN 'Liberal Democrat'
    WHEN 'RUK' THEN 'Reform UK'
    WHEN 'SNP' THEN 'Scottish National Party'
    WHEN 'PC' THEN 'Plaid Cymru'
    WHEN 'DUP' THEN 'Democratic Unionist Party'
    WHEN 'SF' THEN 'Sinn Féin'
    WHEN 'SDLP' THEN 'Social Democratic and Labour Party'
    WHEN 'UUP' THEN 'Ulster Unionist Party'
    WHEN 'APNI' THEN 'Alliance'
    WHEN 'All other candidates' THEN 'Other'
    ELSE heading
  END AS party,
  CAST(votes AS BIGINT) AS votes,
  0 AS members_unopposed
FROM raw_2024
UNPIVOT (votes FOR heading IN (
  "Con", "Lab", "LD", "RUK", "Green", "SNP", "PC", "DUP", "SF", "SDLP", "UUP", "APNI", "All other candidates"
))
WHERE votes <> '0';

CREATE TABLE party_votes AS
SELECT
  election,
  constituency,
  party,
  CASE
    WHEN party IN ('Conservative', 'Labour') THEN party
    WHEN party IN ('Liberal', 'Liberal Democrat') THEN 'Liberal'
    WHEN party IN ('Scottish National Party', 'Plaid Cymru') THEN 'Nationalist'
    ELSE 'Other'
  END AS party_group,
  votes,
  members_unopposed
FROM (FROM votes_1918 UNION ALL FROM votes_2024);

CREATE TABLE constituency_results AS
SELECT
  election,
  constituency,
  region,
  ons_code,
  boundary_number,
  boundaries,
  seats,
  electorate,
  CASE WHEN total > 0 THEN total END AS valid_votes,
  -- The least of the figures: NULLs are passed over.
  coalesce(least(total, con, lab, lib, nat, oth) >= 0, true) AS contested
FROM results
UNION ALL
SELECT
  '2024', tidy_name("Constituency name"), "Region name", "ONS ID", NULL, '2024', 1,
  CAST("Electorate" AS BIGINT), CAST("Valid votes" AS BIGINT), true
FROM raw_2024;

-- The files give the year alone, and "F" or "O" for the two elections of 1974.
CREATE TABLE general_elections AS
SELECT election, held, CAST(sum(seats) AS INTEGER) AS seats
FROM constituency_results
JOIN (VALUES
  ('1918', DATE '1918-12-14'), ('1922', DATE '1922-11-15'), ('1923', DATE '1923-12-06'), ('1924', DATE '1924-10-29'),
  ('1929', DATE '1929-05-30'), ('1931', DATE '1931-10-27'), ('1935', DATE '1935-11-14'), ('1945', DATE '1945-07-05'),
  ('1950', DATE '1950-02-23'), ('1951', DATE '1951-10-25'), ('1955', DATE '1955-05-26'), ('1959', DATE '1959-10-08'),
  ('1964', DATE '1964-10-15'), ('1966', DATE '1966-03-31'), ('1970', DATE '1970-06-18'), ('1974F', DATE '1974-02-28'),
  ('1974O', DATE '1974-10-10'), ('1979', DATE '1979-05-03'), ('1983', DATE '1983-06-09'), ('1987', DATE '1987-06-11'),
  ('1992', DATE '1992-04-09'), ('1997', DATE '1997-05-01'), ('2001', DATE '2001-06-07'), ('2005', DATE '2005-05-05'),
  ('2010', DATE '2010-05-06'), ('2015', DATE '2015-05-07'), ('2017', DATE '2017-06-08'), ('2019', DATE '2019-12-12'),
  ('2024', DATE '2024-07-04')
) AS days (election, held) USING (election)
GROUP BY ALL;
