SELECT area, median_price FROM house_prices WHERE year_to = DATE '2024-09-30' AND area_type = 'Council' ORDER BY 2 ASC, 1 ASC LIMIT 5
