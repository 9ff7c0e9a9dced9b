SELECT region, SUM(attendances), SUM(attendances) / 365 FROM ae_monthly GROUP BY region ORDER BY region
