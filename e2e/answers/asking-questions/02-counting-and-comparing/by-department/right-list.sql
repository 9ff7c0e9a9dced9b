SELECT department, len(list(service)), list_sum(list(transactions)) FROM services GROUP BY department
