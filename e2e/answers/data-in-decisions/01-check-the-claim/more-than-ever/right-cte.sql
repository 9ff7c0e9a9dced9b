WITH t AS (SELECT election, SUM(electorate) AS e, SUM(valid_votes) AS v FROM constituency_results WHERE valid_votes IS NOT NULL GROUP BY election)
SELECT election, e, ROUND(100.0 * v / e, 1) FROM t WHERE election >= '1950' ORDER BY 3
