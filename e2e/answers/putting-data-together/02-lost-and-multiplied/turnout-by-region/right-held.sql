SELECT r.region, SUM(r.electorate), ROUND(100.0 * SUM(r.valid_votes) / SUM(r.electorate), 1) FROM constituency_results r WHERE r.election LIKE '2024' GROUP BY r.region
