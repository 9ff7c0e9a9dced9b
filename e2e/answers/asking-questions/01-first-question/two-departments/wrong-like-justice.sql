SELECT service, department, transactions FROM services WHERE (department LIKE 'Home%' OR department LIKE 'Ministry%') AND transactions > 100000
