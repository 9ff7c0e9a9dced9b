SELECT area, median_price FROM house_prices WHERE year_to = '2024-09-30' ORDER BY median_price, area LIMIT 5
