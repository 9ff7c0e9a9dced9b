SELECT service, business_model FROM services WHERE department = 'Department for Environment, Food and Rural Affairs'
AND service NOT IN (SELECT service FROM services WHERE business_model = 'Cost recovery')
