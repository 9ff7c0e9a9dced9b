services.select('transactions', 'digital_transactions', 'service')
