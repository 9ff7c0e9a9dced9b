SELECT service, transactions FROM services WHERE list_contains(['Home Office'], department)
