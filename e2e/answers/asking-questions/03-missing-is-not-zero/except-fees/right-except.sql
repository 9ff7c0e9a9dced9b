SELECT service, business_model FROM services WHERE department = 'Department for Environment, Food and Rural Affairs'
EXCEPT
SELECT service, business_model FROM services WHERE business_model = 'Cost recovery'
