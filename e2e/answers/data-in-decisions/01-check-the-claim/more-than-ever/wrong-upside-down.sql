SELECT election, SUM(electorate), ROUND(100.0 * SUM(electorate) / SUM(valid_votes), 1) AS t FROM constituency_results WHERE election >= '1950' AND valid_votes IS NOT NULL GROUP BY election ORDER BY t
