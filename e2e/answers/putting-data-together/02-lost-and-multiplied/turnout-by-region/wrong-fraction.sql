SELECT region, SUM(electorate), ROUND(SUM(valid_votes) / SUM(electorate), 3) FROM constituency_results WHERE election = '2024' GROUP BY region
