SELECT region, SUM(electorate), ROUND(100.0 * SUM(valid_votes) / SUM(electorate), 1) AS t FROM constituency_results WHERE election = '2024' GROUP BY region ORDER BY t DESC
