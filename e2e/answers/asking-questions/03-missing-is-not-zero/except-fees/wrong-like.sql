SELECT service, business_model FROM services WHERE department LIKE 'Department for E%' AND business_model IS DISTINCT FROM 'Cost recovery'
