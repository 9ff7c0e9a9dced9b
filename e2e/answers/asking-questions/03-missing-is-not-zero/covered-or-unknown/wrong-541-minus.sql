SELECT COUNT(*) FILTER (WHERE transactions > 100000), 541 - COUNT(*) FILTER (WHERE transactions > 100000), COUNT(*) - 541 FROM services
