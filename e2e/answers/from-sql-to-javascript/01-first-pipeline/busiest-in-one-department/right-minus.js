services
  .filter(d => d.department === 'Department for Work and Pensions' && d.transactions !== null)
  .orderby(d => -d.transactions, 'service')
  .slice(0, 5)
  .select('service', 'transactions')
