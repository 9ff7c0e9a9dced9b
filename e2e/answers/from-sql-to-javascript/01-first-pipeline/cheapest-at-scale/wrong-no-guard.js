services.filter(d => d.transactions > 1000000).orderby('cost_per_transaction').select('service', 'cost_per_transaction').slice(0, 5)
