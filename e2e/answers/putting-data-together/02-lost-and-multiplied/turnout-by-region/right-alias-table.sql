SELECT r.region, SUM(r.electorate) AS electorate, ROUND(100.0 * SUM(r.valid_votes) / SUM(r.electorate), 1) AS turnout FROM constituency_results AS r WHERE r.election = '2024' GROUP BY r.region
