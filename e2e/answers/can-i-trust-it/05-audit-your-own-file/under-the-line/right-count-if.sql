SELECT quarter, count(*), round(100 * count_if(amount < 500) / count(*), 1) FROM oxford_payments WHERE amount IS NOT NULL GROUP BY quarter
