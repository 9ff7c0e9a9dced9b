services.orderby(aq.desc('transactions')).select('service', 'transactions', 'digital_transactions')
