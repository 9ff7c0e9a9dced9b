services
  .filter(d => d.digital_transactions !== null)
  .derive({ not_digital: d => d.transactions - d.digital_transactions })
  .select('service', 'not_digital')
  .orderby(aq.desc('not_digital'), 'service')
  .slice(0, 5)
