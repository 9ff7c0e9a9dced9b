services.filter(d => d.transactions > 1000000 && d.cost_per_transaction).orderby('cost_per_transaction', 'service').slice(0, 5).select('service', 'cost_per_transaction')
