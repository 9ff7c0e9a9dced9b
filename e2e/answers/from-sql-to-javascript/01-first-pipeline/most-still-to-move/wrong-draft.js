services
  .derive({ not_digital: d => d.transactions - d.digital_transactions })
  .orderby(aq.desc('not_digital'))
  .slice(0, 5)
  .select('service', 'not_digital')
