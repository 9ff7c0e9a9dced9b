SELECT COUNT(*), COUNT(transactions), COUNT(digital_transactions + transactions), COUNT(cost_per_transaction * transactions) FROM services
