SELECT COUNT(*) FILTER (WHERE transactions > 100000), COUNT(*) FILTER (WHERE transactions <= 100000), COUNT(*) FILTER (WHERE transactions::VARCHAR = 'NULL') FROM services
