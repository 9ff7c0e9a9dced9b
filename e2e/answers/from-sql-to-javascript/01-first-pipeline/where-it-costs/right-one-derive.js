services
  .filter(d => d.digital_transactions !== null && d.cost_per_transaction !== null)
  .derive({
    not_digital: d => d.transactions - d.digital_transactions,
    cost: d => (d.transactions - d.digital_transactions) * d.cost_per_transaction
  })
  .filter(d => d.not_digital > 3000000)
  .select('service', 'cost')
  .orderby(aq.desc('cost'), 'service')
