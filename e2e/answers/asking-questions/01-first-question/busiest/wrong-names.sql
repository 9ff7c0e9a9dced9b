SELECT service, transactions FROM services
WHERE service IN ('Stamp Duty Reserve Tax (SDRT)', 'Payments made (banking)', 'Customs', 'Pay As You Earn (PAYE)', 'Payments received (banking)')
ORDER BY transactions DESC LIMIT 5
