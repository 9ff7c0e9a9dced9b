SELECT COUNT(*), COUNT(coalesce(transactions, 0)), COUNT(coalesce(digital_transactions, 0)), COUNT(coalesce(cost_per_transaction, 0)) FROM services
