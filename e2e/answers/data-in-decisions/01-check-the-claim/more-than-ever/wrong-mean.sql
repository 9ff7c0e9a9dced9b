SELECT election, SUM(electorate), ROUND(AVG(100.0 * valid_votes / electorate), 1) AS t FROM constituency_results WHERE election >= '1950' AND valid_votes IS NOT NULL GROUP BY election ORDER BY t
