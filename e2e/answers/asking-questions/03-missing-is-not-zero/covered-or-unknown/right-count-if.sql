SELECT countif(transactions > 100000), countif(transactions <= 100000), countif(transactions IS NULL) FROM services
