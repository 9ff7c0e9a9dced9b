SELECT service, digital_transactions FROM services WHERE department = 'Home Office'
