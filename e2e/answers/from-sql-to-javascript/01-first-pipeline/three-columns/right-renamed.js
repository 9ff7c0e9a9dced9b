// the three columns
services.select({ service: 'Service', transactions: 'All', digital_transactions: 'Digital' })
