SELECT service AS name, department AS dept, transactions AS uses FROM services
