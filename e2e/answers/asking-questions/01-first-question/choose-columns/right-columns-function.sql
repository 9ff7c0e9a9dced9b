SELECT COLUMNS(['service', 'department', 'transactions']) FROM services
