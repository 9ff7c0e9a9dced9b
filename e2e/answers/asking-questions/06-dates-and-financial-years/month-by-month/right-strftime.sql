SELECT CAST(strftime(paid, '%m') AS INTEGER) AS m, COUNT(*), SUM(amount) FROM payments WHERE strftime(paid, '%Y') = '2021' GROUP BY m ORDER BY m
