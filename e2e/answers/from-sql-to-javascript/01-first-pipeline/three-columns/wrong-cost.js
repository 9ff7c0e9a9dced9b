services.select('service', 'transactions', 'cost_per_transaction')
