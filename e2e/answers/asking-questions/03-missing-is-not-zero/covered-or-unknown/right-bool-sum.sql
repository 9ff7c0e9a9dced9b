SELECT SUM((transactions > 100000)::INT), SUM((transactions <= 100000)::INT), SUM((transactions IS NULL)::INT) FROM services
