SELECT extract(year FROM paid), SUM(amount) FROM payments WHERE extract(month FROM paid) BETWEEN 4 AND 7 AND extract(year FROM paid) BETWEEN 2020 AND 2022 GROUP BY 1
