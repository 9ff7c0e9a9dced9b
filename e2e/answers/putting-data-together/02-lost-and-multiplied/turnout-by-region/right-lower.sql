select region, sum(electorate) as people, round(100 * sum(valid_votes) / sum(electorate), 1) as turnout from constituency_results where election = '2024' group by region
