services
  .filter(d => d.department === 'Department for Work and Pensions')
  .orderby(aq.desc('transactions'), 'service')
  .select('service', 'transactions')
  .slice(0, 5)
