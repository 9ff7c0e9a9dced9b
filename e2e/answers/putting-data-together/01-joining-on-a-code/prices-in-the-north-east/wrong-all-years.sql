SELECT c.name, c.council_type, h.median_price FROM house_prices h JOIN councils c ON c.gss_code = h.area_code WHERE c.region = 'North East' AND h.area_type = 'Council'
