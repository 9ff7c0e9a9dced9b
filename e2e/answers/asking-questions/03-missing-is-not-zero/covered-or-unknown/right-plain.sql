select count(*) filter (where transactions > 100000), count(*) filter (where transactions <= 100000), count(*) filter (where transactions is null) from services
