services
  .derive({ total: d => d.transactions, digital: d => d.digital_transactions })
  .select('service', 'total', 'digital')
