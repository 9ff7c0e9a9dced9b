SELECT len(list(digital_transactions)), ROUND(100.0 * list_sum(list(digital_transactions)) / list_sum(list(transactions)), 1) FROM services WHERE digital_transactions IS NOT NULL
