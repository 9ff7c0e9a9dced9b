WITH e AS (SELECT * FROM constituency_results WHERE election = '2024') SELECT region, SUM(electorate), ROUND(100.0 * SUM(valid_votes) / SUM(electorate), 1) FROM e GROUP BY 1
