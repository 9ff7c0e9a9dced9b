services
  .params({ name: 'Department for Transport' })
  .filter((d, $) => d.department === $.name && d.digital_transactions === 0)
  .select('service', 'transactions')
