services
  .filter(d => d.cost_per_transaction !== null && d.transactions > 1_000_000)
  .select('service', 'cost_per_transaction')
  .orderby('cost_per_transaction', 'service')
  .slice(0, 5)
