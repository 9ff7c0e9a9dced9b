services.filter(d => d.department === 'Department for Work and Pensions' && d.transactions > 1000000).orderby(aq.desc('transactions'), 'service').select('service', 'transactions')
