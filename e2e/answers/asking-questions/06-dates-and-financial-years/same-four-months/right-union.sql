SELECT 2020 AS y, SUM(amount) FROM payments WHERE paid >= '2020-04-01' AND paid < '2020-08-01' HAVING COUNT(*) > 0
UNION ALL SELECT 2021, SUM(amount) FROM payments WHERE paid >= '2021-04-01' AND paid < '2021-08-01' HAVING COUNT(*) > 0
UNION ALL SELECT 2022, SUM(amount) FROM payments WHERE paid >= '2022-04-01' AND paid < '2022-08-01' HAVING COUNT(*) > 0
