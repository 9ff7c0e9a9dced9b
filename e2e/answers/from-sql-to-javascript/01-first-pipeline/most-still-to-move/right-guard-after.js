services
  .derive({ not_digital: d => d.transactions - d.digital_transactions })
  .filter(d => d.digital_transactions !== null)
  .orderby(aq.desc('not_digital'), 'service')
  .slice(0, 5)
  .select('service', 'not_digital')
