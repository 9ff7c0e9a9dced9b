services
  .derive({ not_digital: d => d.transactions - d.digital_transactions })
  .filter(d => d.not_digital > 3000000)
  .filter(d => d.digital_transactions !== null)
  .filter(d => d.cost_per_transaction !== null)
  .derive({ cost: d => d.not_digital * d.cost_per_transaction })
  .orderby(aq.desc('cost'), 'service')
  .select('service', 'cost')
