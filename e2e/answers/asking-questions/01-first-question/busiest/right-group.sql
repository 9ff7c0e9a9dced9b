SELECT service, max(transactions) FROM services GROUP BY service ORDER BY max(transactions) DESC LIMIT 5
