const dwp = services.filter(d => d.department === 'Department for Work and Pensions');
const sorted = dwp.orderby(aq.desc('transactions'), 'service');
sorted.slice(0, 5).select('service', 'transactions');
