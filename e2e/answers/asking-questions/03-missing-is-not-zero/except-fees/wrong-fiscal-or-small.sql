SELECT service, business_model FROM services WHERE department = 'Department for Environment, Food and Rural Affairs' AND (business_model = 'Fiscal' OR business_model IS NULL AND transactions < 6000)
