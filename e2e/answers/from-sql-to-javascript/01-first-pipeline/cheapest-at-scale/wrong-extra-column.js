services.filter(d => d.transactions > 1000000 && d.cost_per_transaction !== null).orderby('cost_per_transaction', 'service').slice(0, 5).select('service', 'transactions', 'cost_per_transaction')
