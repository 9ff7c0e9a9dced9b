CREATE MACRO n() AS (SELECT COUNT(*) FROM services); SELECT n(), SUM(transactions) FROM services
