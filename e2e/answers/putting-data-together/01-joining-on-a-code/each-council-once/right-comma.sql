SELECT h.area, c.region, h.median_price FROM house_prices h, councils c WHERE c.gss_code = h.area_code AND h.area_type = 'Council' AND h.year_to = '2024-09-30'
