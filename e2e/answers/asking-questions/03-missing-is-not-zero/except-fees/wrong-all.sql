SELECT service, business_model FROM services WHERE department = 'Department for Environment, Food and Rural Affairs'
