SELECT region, SUM(electorate), ROUND(SUM(valid_votes) * 100.0 / SUM(electorate), 1) FROM constituency_results WHERE election = '2024' GROUP BY ALL
