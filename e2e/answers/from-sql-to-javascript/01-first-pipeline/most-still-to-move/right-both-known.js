services
  .filter(d => d.transactions !== null && d.digital_transactions !== null)
  .derive({ not_digital: d => d.transactions - d.digital_transactions })
  .orderby(aq.desc('not_digital'), 'service')
  .slice(0, 5)
  .select('service', 'not_digital')
