services.filter(d => d.agency === 'Department for Transport' && d.digital_transactions === 0).select('service', 'transactions')
