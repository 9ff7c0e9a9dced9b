SELECT COUNT(*), COUNT(COLUMNS('transaction')) FROM services
