SELECT year(paid) AS y, SUM(amount) FROM payments WHERE strftime(paid, '%m') BETWEEN '04' AND '07' AND year(paid) > 2019 GROUP BY y ORDER BY y
