SELECT h.area, c.region, h.median_price FROM councils c JOIN house_prices h ON h.area_code = c.gss_code WHERE h.year_to = '2024-09-30' AND h.area_type = 'Council'
