services.select(aq.not('department', 'department_abbreviation', 'agency', 'agency_abbreviation', 'service_type', 'customer_type', 'business_model', 'cost_per_transaction'))
