SELECT h.area, c.region, h.median_price FROM house_prices h JOIN councils c ON c.gss_code = h.area_code WHERE h.year_to = '2024-09-30'
