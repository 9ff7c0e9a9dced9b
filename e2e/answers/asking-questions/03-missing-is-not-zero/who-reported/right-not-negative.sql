SELECT COUNT(*), COUNT(CASE WHEN transactions >= 0 THEN 1 END), COUNT(CASE WHEN digital_transactions >= 0 THEN 1 END), COUNT(CASE WHEN cost_per_transaction >= 0 THEN 1 END) FROM services
