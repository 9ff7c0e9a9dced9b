services.derive({ not_digital: d => d.transactions - (d.digital_transactions ?? 0) }).orderby(aq.desc('not_digital'), 'service').slice(0, 5).select('service', 'not_digital')
