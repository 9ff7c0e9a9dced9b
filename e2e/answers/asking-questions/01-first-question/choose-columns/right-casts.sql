SELECT CAST(service AS VARCHAR), department::TEXT, CAST(transactions AS HUGEINT) FROM services
