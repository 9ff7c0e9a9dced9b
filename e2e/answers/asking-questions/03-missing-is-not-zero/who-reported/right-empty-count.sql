SELECT count(), count(transactions), count(digital_transactions), count(cost_per_transaction) FROM main.services
