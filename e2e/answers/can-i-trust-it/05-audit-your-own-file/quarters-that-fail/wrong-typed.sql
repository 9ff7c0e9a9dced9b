SELECT quarter, COUNT(*) - COUNT(paid), COUNT(*) - COUNT(category) FROM oxford_payments WHERE quarter IN ('2014-04-01', '2017-07-01') GROUP BY quarter
