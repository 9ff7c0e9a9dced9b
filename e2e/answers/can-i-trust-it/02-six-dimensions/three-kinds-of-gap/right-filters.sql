select count(*), count(*) filter (where entity is null), count(*) filter (where entity is not null and transaction_number is null), count(*) filter (where payee_withheld) from payments_published
