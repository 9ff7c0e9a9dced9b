SELECT max(service), transactions FROM services GROUP BY transactions ORDER BY transactions DESC LIMIT 5
