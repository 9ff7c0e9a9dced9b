services
  .filter(d => d.department === 'Department for Work and Pensions')
  .orderby(aq.desc('transactions'), 'service')
  .derive({ place: op.row_number() })
  .filter(d => d.place <= 5)
  .select('service', 'transactions')
