WITH t AS (SELECT transactions FROM services) SELECT COUNT(*), SUM(transactions) FROM t
