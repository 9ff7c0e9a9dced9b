SELECT region, SUM(electorate), ROUND(100.0 * SUM(electorate) / SUM(valid_votes), 1) FROM constituency_results WHERE election = '2024' GROUP BY region
