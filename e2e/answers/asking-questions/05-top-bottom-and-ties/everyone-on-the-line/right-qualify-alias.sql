SELECT area, median_price FROM house_prices WHERE area_type = 'Council' AND year_to = DATE '2024-09-30'
WINDOW cheapest AS (ORDER BY median_price)
QUALIFY RANK() OVER cheapest < 21
