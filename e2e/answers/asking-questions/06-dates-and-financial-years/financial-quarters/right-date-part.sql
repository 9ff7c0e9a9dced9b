SELECT date_part('quarter', paid - INTERVAL 3 MONTH) AS q, SUM(amount) FROM payments WHERE paid > '2021-03-31' AND paid <= '2022-03-31' GROUP BY ALL
