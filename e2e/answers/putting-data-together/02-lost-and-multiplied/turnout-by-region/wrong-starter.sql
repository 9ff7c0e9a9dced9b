SELECT r.region, SUM(r.electorate) AS electorate,
  ROUND(100.0 * SUM(r.valid_votes) / SUM(r.electorate), 1) AS turnout
FROM constituency_results AS r
JOIN party_votes AS p ON p.election = r.election AND p.constituency = r.constituency
WHERE r.election = '2024'
GROUP BY r.region
