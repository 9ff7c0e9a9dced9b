select service,department,transactions from services;
