select count(*), count(transactions), count(digital_transactions), count(cost_per_transaction) from services;
