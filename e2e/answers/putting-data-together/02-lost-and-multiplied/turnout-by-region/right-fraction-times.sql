SELECT region, SUM(electorate), ROUND(SUM(valid_votes) / SUM(electorate) * 100, 1) FROM constituency_results WHERE election = '2024' GROUP BY region
