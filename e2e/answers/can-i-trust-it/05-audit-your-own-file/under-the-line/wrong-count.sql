SELECT quarter, COUNT(*), COUNT(*) FILTER (WHERE amount < 500) FROM oxford_payments WHERE amount IS NOT NULL GROUP BY quarter
