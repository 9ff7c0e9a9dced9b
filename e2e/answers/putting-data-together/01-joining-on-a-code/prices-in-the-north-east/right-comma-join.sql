SELECT c.name, c.council_type, h.median_price FROM house_prices h, councils c WHERE h.area_code = c.gss_code AND c.region = 'North East' AND h.area_type = 'Council' AND h.year_to = '2024-09-30'
