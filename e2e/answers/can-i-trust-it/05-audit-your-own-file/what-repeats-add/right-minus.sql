SELECT body, COUNT(CASE WHEN times_published >= 2 THEN payment_id END) AS n, SUM(amount * times_published) - SUM(amount) AS extra FROM payments GROUP BY 1
