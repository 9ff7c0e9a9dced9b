SELECT quarter, COUNT(*) - COUNT(paid), COUNT(*) - COUNT(category) FROM oxford_payments GROUP BY quarter HAVING COUNT(*) - COUNT(paid) > 2
