services.filter(d => d.department === 'Department for Transport' && d.digital_transactions === 0).select('service', 'digital_transactions')
