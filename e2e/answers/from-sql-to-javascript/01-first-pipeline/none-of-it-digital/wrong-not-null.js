services.filter(d => d.department === 'Department for Transport' && d.digital_transactions !== null).select('service', 'transactions')
