SELECT SUM(n), SUM(t), SUM(d), SUM(c) FROM (SELECT COUNT(*) AS n, COUNT(transactions) AS t, COUNT(digital_transactions) AS d, COUNT(cost_per_transaction) AS c FROM services GROUP BY department)
