SELECT h.area, c.region, h.median_price FROM house_prices h INNER JOIN councils c ON c.gss_code = h.area_code AND h.area_type = 'Council' WHERE h.year_to = '2024-09-30'
