SELECT quarter, COUNT_IF(paid IS NULL), COUNT_IF(category IS NULL) FROM oxford_payments GROUP BY quarter HAVING COUNT_IF(paid IS NULL) > 2 OR COUNT_IF(category IS NULL) > 2
