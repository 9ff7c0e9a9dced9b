WITH months AS (
  SELECT CAST(date_trunc('month', paid) AS DATE) AS month, SUM(amount) AS total FROM payments WHERE body = 'Crown Commercial Service' GROUP BY month
)
SELECT this.month, this.total, last.total FROM months AS this JOIN months AS last ON last.month = this.month - INTERVAL 1 YEAR ORDER BY this.month
