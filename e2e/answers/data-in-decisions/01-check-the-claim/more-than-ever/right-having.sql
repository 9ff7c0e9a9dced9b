SELECT election, SUM(electorate), ROUND(100.0 * SUM(valid_votes) / SUM(electorate), 1) FROM constituency_results WHERE valid_votes IS NOT NULL GROUP BY election HAVING election >= '1950' ORDER BY 3
