select count(*), sum(transactions) from services;
