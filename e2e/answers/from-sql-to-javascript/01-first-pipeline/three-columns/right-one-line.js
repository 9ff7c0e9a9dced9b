services.select('service', 'transactions', 'digital_transactions');
