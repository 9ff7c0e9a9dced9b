services
  .derive({ not_digital: d => d.digital_transactions === null ? NaN : d.transactions - d.digital_transactions })
  .filter(d => !op.is_nan(d.not_digital))
  .orderby(aq.desc('not_digital'), 'service')
  .slice(0, 5)
  .select('service', 'not_digital')
