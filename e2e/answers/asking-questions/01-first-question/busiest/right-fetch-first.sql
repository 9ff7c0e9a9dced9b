SELECT service, transactions FROM services ORDER BY transactions DESC OFFSET 0 ROWS FETCH FIRST 5 ROWS ONLY
