SELECT c.name, MAX(h.median_price) FROM house_prices h JOIN councils c ON c.gss_code = h.area_code WHERE c.region = 'South West' AND h.area_type = 'Council' GROUP BY c.name ORDER BY 2 DESC LIMIT 6
