SELECT quarter, COUNT(*) - COUNT(paid), COUNT(*) - COUNT(category) FROM oxford_payments WHERE paid = NULL OR category = NULL GROUP BY quarter
