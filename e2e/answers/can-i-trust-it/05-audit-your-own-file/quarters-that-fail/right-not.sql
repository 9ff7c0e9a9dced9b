SELECT quarter, COUNT(*) - COUNT(paid), COUNT(*) - COUNT(category) FROM oxford_payments GROUP BY quarter HAVING NOT (COUNT(*) - COUNT(paid) <= 2 AND COUNT(*) - COUNT(category) <= 2)
