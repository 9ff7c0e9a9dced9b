SELECT service, COALESCE(business_model, 'Fiscal') FROM services
WHERE department = 'Department for Environment, Food and Rural Affairs' AND business_model IS DISTINCT FROM 'Cost recovery'
