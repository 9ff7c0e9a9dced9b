select count(*), count(distinct (paid_published, expense_type, expense_area, transaction_number, amount)) from payments_published where entity is not null
