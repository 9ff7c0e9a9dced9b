SELECT COUNT(*)::DOUBLE, SUM(transactions)::DOUBLE FROM services
