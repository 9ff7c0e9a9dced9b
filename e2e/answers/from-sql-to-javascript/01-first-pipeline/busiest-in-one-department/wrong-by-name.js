services.filter(d => d.department === 'Department for Work and Pensions').orderby('service', aq.desc('transactions')).slice(0, 5).select('service', 'transactions')
