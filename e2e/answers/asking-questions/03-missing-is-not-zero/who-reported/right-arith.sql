SELECT COUNT(*), COUNT(transactions + 0), COUNT(digital_transactions * 1), COUNT(-cost_per_transaction) FROM services
