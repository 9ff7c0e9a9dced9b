services.derive({ cost: d => d.cost_per_transaction ?? 0 }).filter(d => d.transactions > 1000000).orderby('cost', 'service').slice(0, 5).select('service', 'cost')
