services.filter(d => d.department_abbreviation === 'DfT' && d.digital_transactions === 0).select('service', 'transactions')
