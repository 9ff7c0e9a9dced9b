SELECT quarter, COUNT(*) - COUNT(paid), COUNT(*) - COUNT(category) FROM oxford_payments GROUP BY quarter HAVING COUNT(paid) < COUNT(*) - 2 OR COUNT(category) < COUNT(*) - 2
