SELECT quarter, COUNT(*) - COUNT(paid), COUNT(*) - COUNT(category) FROM oxford_payments GROUP BY quarter HAVING GREATEST(COUNT(*) - COUNT(paid), COUNT(*) - COUNT(category)) > 2
