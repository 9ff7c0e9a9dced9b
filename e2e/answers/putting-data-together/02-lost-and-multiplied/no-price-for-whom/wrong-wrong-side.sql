SELECT h.area_type, COUNT(*) FROM house_prices h LEFT JOIN councils c ON h.area_code = c.gss_code WHERE h.year_to = '2024-09-30' AND c.code IS NULL GROUP BY h.area_type
