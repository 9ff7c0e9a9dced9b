select service, business_model from services where department = 'Department for Environment, Food and Rural Affairs' and ifnull(business_model,'none') not in ('Cost recovery');
