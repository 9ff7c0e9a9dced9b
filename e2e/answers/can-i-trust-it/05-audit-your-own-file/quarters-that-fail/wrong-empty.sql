SELECT quarter, COUNT(*) - COUNT(paid), COUNT(*) - COUNT(category) FROM oxford_payments GROUP BY quarter HAVING COUNT(paid) = 0 OR COUNT(category) = 0
