services.filter(d => d.department === 'department for transport' && d.digital_transactions === 0).select('service', 'transactions')
