SELECT area, region, median_price FROM house_prices JOIN (SELECT gss_code AS area_code, region FROM councils) c USING (area_code) WHERE area_type = 'Council' AND year_to = '2024-09-30'
