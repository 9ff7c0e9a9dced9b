services.filter(d => d.department === 'Department for Work and Pensions').orderby(aq.desc('transactions'), 'service').slice(5).select('service', 'transactions')
