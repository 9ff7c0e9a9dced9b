services
  .filter(d => d.department === 'Department for Transport')
  .filter(d => d.digital_transactions !== null && d.digital_transactions <= 0)
  .select('service', 'transactions')
