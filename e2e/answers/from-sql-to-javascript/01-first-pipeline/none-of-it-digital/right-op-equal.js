services.filter(d => op.equal(d.digital_transactions, 0) && op.equal(d.department, 'Department for Transport')).select('service', 'transactions')
