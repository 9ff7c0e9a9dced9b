services.filter(d => d.department === 'Department for Work and Pensions').orderby('transactions', 'desc').slice(0, 5).select('service', 'transactions')
