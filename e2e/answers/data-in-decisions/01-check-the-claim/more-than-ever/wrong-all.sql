SELECT election, SUM(electorate), ROUND(100.0 * SUM(valid_votes) / SUM(electorate), 1) AS t FROM constituency_results WHERE valid_votes IS NOT NULL GROUP BY election ORDER BY t
