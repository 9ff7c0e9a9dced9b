select 'empty line', count(*) from payments_published where entity is null
union all select 'date not read', count(*) from payments_published where paid_published is not null and try_cast(paid_published as date) is null
union all select 'more than once', count(*) from payments where times_published > 1
union all select 'another month', count(*) from payments where date_trunc('month', paid) <> file_month
