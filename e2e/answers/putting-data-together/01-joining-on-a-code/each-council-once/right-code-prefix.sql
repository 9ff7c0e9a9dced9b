SELECT h.area, c.region, h.median_price FROM house_prices h JOIN councils c ON c.gss_code = h.area_code WHERE left(h.area_code, 3) IN ('E06', 'E07', 'E08', 'E09', 'W06') AND h.year_to = '2024-09-30'
