SELECT COUNT(*) FILTER (transactions >= 100001), COUNT(*) FILTER (transactions < 100001), COUNT(*) FILTER (transactions IS NULL) FROM services
