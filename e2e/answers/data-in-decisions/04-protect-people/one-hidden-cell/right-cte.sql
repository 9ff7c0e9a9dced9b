WITH small AS (SELECT * FROM ae_monthly WHERE waits_over_12_hours BETWEEN 1 AND 4 AND icb IS NOT NULL)
SELECT month, icb, SUM(waits_over_12_hours) FROM small GROUP BY month, icb HAVING COUNT(*) = 1
