SELECT date_trunc('month', paid) AS m, SUM(amount) AS t, SUM(SUM(amount)) OVER (ORDER BY date_trunc('month', paid)) AS rt
FROM payments WHERE paid >= DATE '2021-04-01' AND paid < DATE '2022-04-01' GROUP BY m ORDER BY m
