SELECT date_part('month', paid), COUNT(payment_id), SUM(amount) FROM payments WHERE date_part('year', paid) = 2021 GROUP BY date_part('month', paid) ORDER BY date_part('month', paid)
