SELECT COUNT(*), count_if(transactions IS NOT NULL), count_if(digital_transactions IS NOT NULL), count_if(cost_per_transaction IS NOT NULL) FROM services
