SELECT COUNT(agency), COUNT(transactions), COUNT(digital_transactions), COUNT(cost_per_transaction) FROM services WHERE customer_type IS NOT NULL
