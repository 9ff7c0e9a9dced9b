SELECT COUNT(*), COUNT(transactions::VARCHAR), COUNT(digital_transactions::VARCHAR), COUNT(cost_per_transaction::VARCHAR) FROM services
