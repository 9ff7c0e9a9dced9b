SELECT constituency, SUM(electorate), ROUND(100.0 * SUM(valid_votes) / SUM(electorate), 1) FROM constituency_results WHERE election = '2024' GROUP BY constituency
