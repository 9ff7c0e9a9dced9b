SELECT service, business_model FROM services WHERE department = 'Department for Environment, Food and Rural Affairs' AND CASE WHEN business_model = 'Cost recovery' THEN false ELSE true END
