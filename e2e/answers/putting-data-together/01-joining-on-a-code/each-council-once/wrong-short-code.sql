SELECT h.area, c.region, h.median_price FROM house_prices h JOIN councils c ON c.code = h.area_code WHERE h.area_type = 'Council' AND h.year_to = '2024-09-30'
