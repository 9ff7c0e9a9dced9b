select abbreviation, count(slug) as n from organisations where abbreviation is not null group by 1 having n > 1
