WITH RECURSIVE r AS (SELECT COUNT(*) AS n, SUM(transactions) AS t FROM services) SELECT * FROM r
