WITH m AS (SELECT CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total FROM payments WHERE body = 'Crown Commercial Service' GROUP BY month),
shifted AS (SELECT CAST(month + INTERVAL 1 YEAR AS DATE) AS month, total AS yb FROM m)
SELECT month, total, yb FROM m JOIN shifted USING (month) ORDER BY month
