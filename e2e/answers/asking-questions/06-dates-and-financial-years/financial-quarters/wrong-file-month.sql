SELECT quarter(file_month - INTERVAL 3 MONTH) AS q, SUM(amount) FROM payments WHERE file_month >= '2021-04-01' AND file_month < '2022-04-01' GROUP BY q
