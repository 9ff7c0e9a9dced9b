services.filter(d => d.transactions > 1000000 && d.cost_per_transaction !== null).orderby('service', 'cost_per_transaction').slice(0, 5).select('service', 'cost_per_transaction')
