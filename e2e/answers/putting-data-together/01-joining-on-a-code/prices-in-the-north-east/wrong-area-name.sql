SELECT h.area, h.area_type, h.median_price FROM house_prices h WHERE h.area = 'North East' AND h.year_to = '2024-09-30'
