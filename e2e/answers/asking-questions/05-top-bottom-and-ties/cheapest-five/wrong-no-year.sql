SELECT area, median_price FROM house_prices WHERE area_type = 'Council' ORDER BY median_price, area LIMIT 5
