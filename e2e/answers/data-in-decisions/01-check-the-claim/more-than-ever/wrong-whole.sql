SELECT election, SUM(electorate), ROUND(100.0 * SUM(valid_votes) / SUM(electorate)) AS t FROM constituency_results WHERE election >= '1950' AND valid_votes IS NOT NULL GROUP BY election ORDER BY t
