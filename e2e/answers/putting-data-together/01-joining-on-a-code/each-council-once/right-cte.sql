WITH p AS (SELECT * FROM house_prices WHERE area_type = 'Council' AND year_to = '2024-09-30') SELECT p.area, c.region, p.median_price FROM p JOIN councils c ON c.gss_code = p.area_code
