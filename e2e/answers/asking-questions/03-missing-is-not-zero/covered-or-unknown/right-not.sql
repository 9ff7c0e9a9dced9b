SELECT COUNT(*) FILTER (WHERE transactions > 100000), COUNT(*) FILTER (WHERE NOT transactions > 100000), COUNT(*) FILTER (WHERE (transactions > 100000) IS NULL) FROM services
