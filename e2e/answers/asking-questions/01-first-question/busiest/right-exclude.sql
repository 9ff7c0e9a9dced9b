SELECT * EXCLUDE (department, department_abbreviation, agency, agency_abbreviation, service_type, customer_type, business_model, digital_transactions, cost_per_transaction)
FROM services ORDER BY transactions DESC LIMIT 5
