SELECT service, transactions FROM services ORDER BY digital_transactions DESC LIMIT 5
