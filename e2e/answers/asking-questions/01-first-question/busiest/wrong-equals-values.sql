SELECT service, transactions FROM services WHERE transactions IN (437798150, 182042037, 97703808, 94058239, 59794371) ORDER BY transactions DESC
