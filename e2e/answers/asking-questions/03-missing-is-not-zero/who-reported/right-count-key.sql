SELECT COUNT(service) AS services, COUNT(transactions) AS a, COUNT(digital_transactions) AS b, COUNT(cost_per_transaction) AS c FROM services
