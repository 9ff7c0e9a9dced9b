services.orderby(aq.desc('transactions'), 'service').filter(d => d.department === 'Department for Work and Pensions').slice(0,5).select('service','transactions')
