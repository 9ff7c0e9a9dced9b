const columns = ['service', 'transactions', 'digital_transactions'];
services.select(columns)
