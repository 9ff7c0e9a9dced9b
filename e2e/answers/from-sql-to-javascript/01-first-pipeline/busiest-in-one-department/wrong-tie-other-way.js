services.filter(d => d.department === 'Department for Work and Pensions').orderby(aq.desc('transactions'), aq.desc('service')).slice(0, 5).select('service', 'transactions')
