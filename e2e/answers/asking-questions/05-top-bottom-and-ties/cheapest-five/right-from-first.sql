FROM house_prices SELECT area, median_price WHERE area_type = 'Council' AND year_to = '2024-09-30' ORDER BY median_price, area LIMIT 5
