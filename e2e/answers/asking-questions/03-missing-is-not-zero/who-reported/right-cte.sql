WITH s AS (SELECT transactions AS t, digital_transactions AS d, cost_per_transaction AS c FROM services) SELECT COUNT(*), COUNT(t), COUNT(d), COUNT(c) FROM s
