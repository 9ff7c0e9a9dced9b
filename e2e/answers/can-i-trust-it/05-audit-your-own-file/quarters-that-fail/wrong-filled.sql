SELECT quarter, COUNT(paid), COUNT(category) FROM oxford_payments GROUP BY quarter HAVING COUNT(*) - COUNT(paid) > 2 OR COUNT(*) - COUNT(category) > 2
