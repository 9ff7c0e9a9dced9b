WITH m AS (SELECT CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total FROM payments WHERE body = 'Crown Commercial Service' GROUP BY month),
l AS (SELECT month, total, LAG(total) OVER w AS before, LAG(month) OVER w AS before_month FROM m WINDOW w AS (PARTITION BY month(month) ORDER BY month))
SELECT month, total, before FROM l WHERE before_month = month - INTERVAL 1 YEAR ORDER BY month
