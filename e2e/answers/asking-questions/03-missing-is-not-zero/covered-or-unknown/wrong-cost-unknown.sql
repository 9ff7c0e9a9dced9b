SELECT COUNT(*) FILTER (WHERE transactions > 100000), COUNT(*) FILTER (WHERE transactions <= 100000), COUNT(*) FILTER (WHERE transactions IS NULL AND service NOT LIKE 'Z%') FROM services
