services.filter(d => d.department === 'Department for Work and Pensions').orderby(aq.desc('transactions'), 'service').slice(0, 6).select('service', 'transactions')
