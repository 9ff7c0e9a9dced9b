SELECT COUNT(*), SUM(digital_transactions) FROM services
