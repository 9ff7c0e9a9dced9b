const known = services.filter(d => d.digital_transactions !== null && d.cost_per_transaction !== null);
known
  .derive({ left: d => d.transactions - d.digital_transactions })
  .derive({ cost: d => d.left * d.cost_per_transaction })
  .filter(d => d.left > 3000000)
  .orderby(aq.desc('cost'), 'service')
  .select('service', 'cost')
