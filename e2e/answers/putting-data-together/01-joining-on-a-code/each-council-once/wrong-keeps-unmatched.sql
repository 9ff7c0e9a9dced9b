SELECT h.area, c.region, h.median_price FROM house_prices h LEFT JOIN councils c ON c.gss_code = h.area_code WHERE h.area_type = 'Council' AND h.year_to = '2024-09-30'
