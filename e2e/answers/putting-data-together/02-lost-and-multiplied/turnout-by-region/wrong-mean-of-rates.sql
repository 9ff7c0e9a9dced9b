SELECT region, SUM(electorate), ROUND(AVG(100.0 * valid_votes / electorate), 1) FROM constituency_results WHERE election = '2024' GROUP BY region
