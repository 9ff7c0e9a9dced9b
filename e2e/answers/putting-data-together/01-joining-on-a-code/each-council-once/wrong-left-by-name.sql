SELECT h.area, c.region, h.median_price FROM house_prices h LEFT JOIN councils c ON c.name = h.area WHERE h.area_type = 'Council' AND h.year_to = '2024-09-30'
