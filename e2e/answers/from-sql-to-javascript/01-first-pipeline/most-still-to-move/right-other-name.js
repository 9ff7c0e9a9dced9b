services.filter(d => d.digital_transactions != null).derive({ paper: d => d.transactions - d.digital_transactions }).orderby(aq.desc('paper'), 'service').slice(0, 5).select('service', 'paper')
