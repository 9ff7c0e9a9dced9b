SELECT service, department, transactions FROM services JOIN (VALUES ('Home Office'), ('Ministry of Justice')) AS d (name) ON department = d.name WHERE transactions > 100000
