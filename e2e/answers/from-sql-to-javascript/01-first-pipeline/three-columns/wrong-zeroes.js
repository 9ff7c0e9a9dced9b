services
  .derive({ digital_transactions: d => d.digital_transactions ?? 0 })
  .select('service', 'transactions', 'digital_transactions')
