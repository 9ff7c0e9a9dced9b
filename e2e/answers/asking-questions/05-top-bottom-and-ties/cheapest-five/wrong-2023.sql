SELECT area, median_price FROM house_prices WHERE area_type = 'Council' AND year_to = '2023-09-30' ORDER BY median_price, area LIMIT 5
