services.select('service').select('transactions').select('digital_transactions')
