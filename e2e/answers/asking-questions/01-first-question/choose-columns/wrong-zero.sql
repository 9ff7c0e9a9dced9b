SELECT service, department, coalesce(transactions, 0) FROM services
