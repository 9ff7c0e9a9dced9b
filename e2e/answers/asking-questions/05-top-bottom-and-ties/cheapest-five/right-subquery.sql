SELECT area, median_price FROM (SELECT * FROM house_prices WHERE area_type = 'Council' AND year_to = '2024-09-30') t ORDER BY median_price, area LIMIT 5
