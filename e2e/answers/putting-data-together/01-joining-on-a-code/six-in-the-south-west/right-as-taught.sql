SELECT c.name, h.median_price
FROM house_prices AS h
JOIN councils AS c ON c.gss_code = h.area_code
WHERE c.region = 'South West' AND h.area_type = 'Council' AND h.year_to = '2024-09-30'
ORDER BY h.median_price DESC
LIMIT 6
