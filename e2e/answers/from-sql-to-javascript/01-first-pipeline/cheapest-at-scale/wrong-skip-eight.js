services.filter(d => d.transactions > 1000000).orderby('cost_per_transaction', 'service').slice(8, 13).select('service', 'cost_per_transaction')
