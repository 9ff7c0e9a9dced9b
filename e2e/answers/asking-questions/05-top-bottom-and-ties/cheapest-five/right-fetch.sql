SELECT area, median_price FROM house_prices WHERE area_type = 'Council' AND year_to = '2024-09-30' ORDER BY median_price, area FETCH FIRST 5 ROWS ONLY
