services
  .filter(d => d.department === 'Department for Work and Pensions')
  .select('service', 'transactions')
  .slice(0, 5)
  .orderby(aq.desc('transactions'))
