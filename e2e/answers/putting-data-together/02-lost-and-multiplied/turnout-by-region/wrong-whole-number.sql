SELECT region, SUM(electorate), ROUND(100.0 * SUM(valid_votes) / SUM(electorate)) FROM constituency_results WHERE election = '2024' GROUP BY region
