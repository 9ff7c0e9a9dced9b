SELECT COUNT(*), COUNT(transactions), COUNT(digital_transactions), 64 FROM services
